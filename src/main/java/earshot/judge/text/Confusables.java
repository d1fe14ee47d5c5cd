package earshot.judge.text;

/** Letters of other scripts that pass for Latin ones (Unicode TR39, the part met in posts). */
final class Confusables {
  private static final String[] PAIRS = {
    "аa", "еe", "оo", "рp", "сc", "уy", "хx", "іi", "јj", "ѕs", "ԁd", "ԛq", "ԝw", "һh", "ӏl", "кk",
    "мm", "тt", "вb", "нh", "гr", "пn", "иu", "ьb", "АA", "ВB", "ЕE", "КK", "МM", "НH", "ОO", "РP",
    "СC", "ТT", "УY", "ХX", "ІI", "ЈJ", "ЅS", "ԌG", "Ԛq", "ԜW", "ӀI", "ГR", "αa", "βb", "γy", "δd",
    "εe", "ζz", "ηn", "θo", "ιi", "κk", "λl", "μu", "νv", "οo", "ρp", "σo", "ςs", "τt", "υu", "χx",
    "ωw", "ϲc", "ϳj", "ΑA", "ΒB", "ΕE", "ΖZ", "ΗH", "ΙI", "ΚK", "ΜM", "ΝN", "ΟO", "ΡP", "ΤT", "ΥY",
    "ΧX", "ɑa", "ɡg", "ɩi", "ıi", "ʟl", "ᴀa", "ʙb", "ᴄc", "ᴅd", "ᴇe", "ꜰf", "ɢg", "ʜh", "ɪi", "ᴊj",
    "ᴋk", "ᴍm", "ɴn", "ᴏo", "ᴘp", "ǫq", "ʀr", "ꜱs", "ᴛt", "ᴜu", "ᴠv", "ᴡw", "ʏy", "ᴢz", "օo", "սu",
    "հh", "ոn", "ցg", "ք p", "ԍg", "ɐa", "ɔc", "ǝe", "ɾr", "ʇt", "ʌv", "ʍw", "ʎy", "ɯm", "ɹr", "ʞk",
    "ⅼl", "ⅽc", "ⅾd", "ⅿm", "øo", "ØO", "łl", "ŁL", "đd", "ĐD", "ħh", "ŧt", "ƒf", "ǀl", "ɛe", "ƨs",
    "ʋv", "ᗩA", "ᗷB", "ᑕC", "ᗪD", "ᴱE", "ᖴF", "ᕼH", "ᒍJ", "ᒪL", "ᗰM", "ᑎN", "ᑭP", "ᖇR", "ᔕS", "ᑌU",
    "ᐯV", "ᗯW", "᙭X", "ꓮA", "ꓐB", "ꓚC", "ꓓD", "ꓰE", "ꓝF", "ꓖG", "ꓧH", "ꓲI", "ꓙJ", "ꓗK", "ꓡL", "ꓟM",
    "ꓠN", "ꓳO", "ꓑP", "ꓣR", "ꓢS", "ꓔT", "ꓴU", "ꓦV", "ꓪW", "ꓫX", "ꓬY", "ꓜZ", "ⲟo", "ⲥc", "ᎪA", "ᏴB",
    "ᏟC", "ᎠD", "ᎬE", "ᏀG", "ᎻH", "ᎫJ", "ᏦK", "ᏞL", "ᎷM", "ᏢP", "ᏒR", "ᏚS", "ᎢT", "ᏙV", "ᎳW", "ᏃZ"
  };
  private static final char[] LATIN = new char[0x10000];

  static {
    for (String pair : PAIRS) {
      LATIN[pair.charAt(0)] = pair.charAt(pair.length() - 1);
    }
  }

  private Confusables() {}

  /** The Latin letter it passes for, or 0. */
  static char latin(char letter) {
    return LATIN[letter];
  }
}
