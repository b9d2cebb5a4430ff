const zwnj = '\u200c'
const zwj = '\u200d'
const nbsp = '\u00a0'
const narrow = '\u202f'
const wide = '\u3000'
const lrm = '\u200e'
const rlm = '\u200f'

/** Sentences as people write them, by language, in which every character is needed or harmless. */
export const honestTexts: readonly (readonly [language: string, texts: readonly string[]])[] = [
  [
    'Persian',
    [
      `می${zwnj}خواهم کتاب${zwnj}ها را بخوانم.`,
      `نمی${zwnj}دانستم که این${zwnj}گونه بوده${zwnj}است.`,
      `خانه${zwnj}های قدیمی شهر را می${zwnj}سازند.`,
      `رفته${zwnj}ام و برگشته${zwnj}ای و آمده${zwnj}اند.`,
      `API${zwnj}های جدید و ۱۰${zwnj}تا نمونه.`,
      `«کتاب»${zwnj}ها و استاد${zwnj}ها.`,
      `سال ۱۳۹۹ ه${zwj}.ش. بود.`,
      `نرم${zwnj}افزارهای آزاد، بی${zwnj}نظیرند؛ آن${zwnj}ها را ببینید!`,
    ],
  ],
  [
    'Arabic',
    [
      'السَّلَامُ عَلَيْكُمْ وَرَحْمَةُ اللّٰهِ',
      `مرحبا${rlm} (C++) عالم`,
      `عام 1445 ه${zwj} الموافق 2024 م.`,
      `استخدم لغة C#${rlm} أو C++${rlm}، ثم اكتب النتيجة.`,
      `ب${zwj} ${zwj}ب${zwj} ${zwj}ب`,
      `السعر: ${lrm}$25.00 فقط`,
    ],
  ],
  [
    'Urdu and Kurdish',
    [
      `ہم آپ کے لیے کتابیں لائے ہیں۔`,
      `یہ خوب${zwnj}صورت شہر ہے۔`,
      `ئه${zwnj}م کتێبه${zwnj} باشه${zwnj}.`,
      'کوردستان وڵاتێکی جوانە',
    ],
  ],
  [
    'Hebrew',
    [
      'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם וְאֵ֥ת הָאָֽרֶץ׃',
      `שלום${lrm} 123`,
      `אני כותב ב-C++${rlm}, לפעמים.`,
      `המחיר ${lrm}-5% ליחידה`,
      'יְרוּשָׁלַ\u034f\u05b4ם',
      `(${rlm}HTML) הוא שפה`,
    ],
  ],
  [
    'Hindi and Marathi',
    [
      `क्${zwj}ष और क्${zwnj}ष अलग हैं।`,
      'हिन्दी भारत की राजभाषा है।',
      `गिऱ्${zwj}हाईक र्${zwj}या`,
      `श्रीमान्${zwnj}जी नमस्कार`,
      'कुर्सियाँ, ज़िंदगी, डॉक्टर',
    ],
  ],
  ['Nepali', [`उनले भनेका थिए: गर्${zwnj}यो, पर्${zwj}यो।`]],
  ['Bengali', [`র${zwj}্যাব ও উদ্${zwnj}যাপন`, `ভারত্${zwj} নামে লেখা হত`, 'আমি বাংলায় গান গাই।']],
  ['Gujarati and Punjabi', ['ગુજરાતી ભાષા સુંદર છે.', 'ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ ਜੀ']],
  ['Tamil', [`க்${zwnj}ஷ மற்றும் க்ஷ`, 'தமிழ் மொழி இனிமையானது.']],
  ['Telugu', [`సాఫ్ట్${zwnj}వేర్ ఇంజనీర్`, 'నేను తెలుగు మాట్లాడతాను.']],
  ['Kannada', [`ಬುಕ್${zwnj} ಮತ್ತು ಸಾಫ್ಟ್${zwnj}ವೇರ್`, `ರ${zwj}್ಯಾಂಕ್`]],
  ['Malayalam', [`അവന്${zwj} വന്നു`, `സോഫ്റ്റ്${zwnj}വെയർ നല്ലതാണ്`, 'മലയാളം സംസാരിക്കുന്നു.']],
  ['Sinhala', [`ශ්${zwj}රී ලංකාව`, `ක්${zwj}ෂණයෙන් ප්${zwj}රශ්නය`, `සූර්${zwj}ය`]],
  ['Burmese', ['မြန်မာစာသည် လှပသည်။', `မြန်မာ\u200bစာ\u200bသည်`, 'သင်္ဘော က္က']],
  ['Khmer', [`ខ្ញុំ\u200bរៀន\u200bភាសា\u200bខ្មែរ`, `ប${zwnj}៊ី`, 'ព្រះរាជាណាចក្រកម្ពុជា']],
  ['Thai and Lao', ['ผู้ที่นี่น้ำเสียงก้องทั่วทั้งเมือง', 'ສະບາຍດີ\u200bທຸກຄົນ', 'ที่\u200bนี่']],
  ['Tibetan', ['བོད་སྐད་ནི་སྙན་པོ་ཡིན།', '\u0f67\u0f90\u0fb5\u0fa8\u0fb3\u0fba\u0fbc\u0fbb\u0f82']],
  [
    'Mongolian',
    ['ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠬᠡᠯᠡ', 'ᠭ\u180bᠠ ᠨ\u180bᠠ', 'ᠬᠠᠮᠢᠭ\u180e\u1820', `ᠠ${zwj} ${zwj}ᠠ`],
  ],
  ['Vietnamese', ['Tiếng Việt rất đẹp', 'Tie\u0302\u0301ng Vie\u0323\u0302t']],
  [
    'Japanese',
    [
      `${wide}吾輩は猫である。`,
      `本当！${wide}すごい`,
      `東京都${wide}千代田区`,
      '葛\u{e0100}城市と辻\u{e0101}さん',
      '渡邉\u{e0112}さん',
      '神\ufe00社',
    ],
  ],
  ['Chinese', [`${wide}${wide}从前有座山。`, '漢字︰，\ufe00', `李${wide}明`]],
  ['Korean', ['한국어는 재미있다', '안녕하세요\u00a0여러분']],
  [
    'French',
    [
      `Quoi${nbsp}? À${narrow}10${narrow}000${narrow}€${nbsp}!`,
      `«${nbsp}Bonjour${nbsp}», dit-elle${narrow};`,
      `M.${nbsp}Dupont habite au 12${nbsp}bis`,
    ],
  ],
  [
    'Czech, Polish and Russian',
    [
      `v${nbsp}lese a${nbsp}na louce`,
      `w${nbsp}domu i${nbsp}w${nbsp}lesie`,
      `Он${nbsp}— и${nbsp}в${nbsp}саду`,
    ],
  ],
  [
    'German and Swiss',
    [`z.\u2009B. 5\u2009kg, §${nbsp}12, 1\u2009000\u2009000`, `Dr.${nbsp}Meier`],
  ],
  [
    'English',
    [`J.${nbsp}R.${nbsp}R.${nbsp}Tolkien moved to New${nbsp}York`, `10${nbsp}kg, 1\u20070`],
  ],
  [
    'emoji',
    [
      '👩‍👩‍👧‍👦 🧑🏽‍🦱 👁️‍🗨️ ❤️‍🔥 👩🏻‍❤️‍💋‍👨🏿',
      '🏳️‍🌈 🏳️‍⚧️ 🏴‍☠️ 🐻‍❄️ 🐈‍⬛ 😮‍💨 🙂‍↔️ 🐦‍🔥 🍋‍🟩 ⛓️‍💥',
      '🧑‍💻👨🏿‍🚀👩‍⚕️🏃🏽‍♀️‍➡️🫱🏻‍🫲🏿🧑‍🧑‍🧒‍🧒',
      '🇩🇪🇮🇷🇮🇳 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}',
      '1️⃣2️⃣#️⃣*️⃣ ☎︎ ☎️ ©️ ™️ ☀️☁️ ✔︎',
      '⭐️⭐️⭐️ and 👍️, ✅️ done',
      '㊗️ ㊙️ 〰️ ↩︎ ↔️ ▶️ ♾️',
    ],
  ],
  ['mathematics', ['A∪\ufe00B ⊓\ufe00 ⩽ x', 'f′(x) → ∞']],
  ['Braille and Ogham', ['⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙', '᚛ᚁᚂ\u1680ᚃᚄ᚜']],
  ['Syriac and N’Ko', ['ܫܠܡܐ ܥܠܝܟ', `ߒߞߏ ߞߊ߲`]],
  ['lines', ['a\tb\nc\r\nd']],
]
