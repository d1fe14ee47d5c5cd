package earshot.source.feed.markup;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds an encoding by what documents call it, which is often not what Java calls it. */
final class CharsetNames {
  /** Names under which the web means a larger set (WHATWG Encoding), or that Java does not know. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("ms-ansi", "windows-1252"),
          Map.entry("ms-ee", "windows-1250"),
          Map.entry("ms-cyrl", "windows-1251"),
          Map.entry("ms-greek", "windows-1253"),
          Map.entry("ms-turk", "windows-1254"),
          Map.entry("ms-hebr", "windows-1255"),
          Map.entry("ms-arab", "windows-1256"),
          Map.entry("winbaltrim", "windows-1257"),
          Map.entry("maclatin2", "x-MacCentralEurope"),
          Map.entry("u8", "utf-8"),
          Map.entry("utf_8", "utf-8"),
          Map.entry("unicode-1-1-utf-8", "utf-8"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("macroman", "x-MacRoman"),
          Map.entry("mac-roman", "x-MacRoman"));

  private CharsetNames() {}

  /**
   * @param name in lower case
   */
  static @Nullable Charset find(String name) {
    String plain = name.replace('_', '-');
    String meant = MEANT.getOrDefault(name, MEANT.getOrDefault(plain, name));
    String page = plain.replaceAll("^(?:x-)?(?:cs|cp|ibm|ms|windows|ebcdic)*-?0*(\\d{3,5})$", "$1");
    String mac = plain.replaceAll("^(?:x-)?mac-?", "");
    for (String each :
        List.of(
            meant,
            plain,
            "x-" + plain,
            "ibm" + page,
            "x-ibm" + page,
            "windows-" + page,
            "x-mac" + mac,
            "x-windows-" + page)) {
      if (isKnown(each)) {
        return Charset.forName(each);
      }
    }
    return null;
  }

  private static boolean isKnown(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }
}
