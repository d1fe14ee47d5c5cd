package earshot.source.feed.markup;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text, by byte order mark, Content-Type and XML declaration (RFC 7303 §3, XML 1.0
 * appendix F), each believed only as far as the bytes bear it out.
 */
public final class Decoding {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([\\w.:()-]{1,40})");
  private static final Pattern PARAMETER =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:()-]{1,40})", Pattern.CASE_INSENSITIVE);

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
          Map.entry("u8", "utf-8"),
          Map.entry("utf_8", "utf-8"),
          Map.entry("unicode-1-1-utf-8", "utf-8"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("macroman", "x-MacRoman"),
          Map.entry("mac-roman", "x-MacRoman"));

  private Decoding() {}

  public static String text(byte[] bytes, @Nullable String contentType) {
    return Characters.clean(decoded(bytes, contentType));
  }

  private static String decoded(byte[] bytes, @Nullable String contentType) {
    Mark mark = Mark.of(bytes);
    Charset family = mark.charset();
    if (mark.isCertain()) {
      return new String(bytes, mark.length(), bytes.length - mark.length(), family);
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 512), family);
    for (String name : candidates(head, contentType)) {
      Charset charset = charset(name);
      if (charset != null && mark.bears(charset)) {
        String text = strictly(bytes, charset);
        if (text != null) {
          return isSingleByte(charset) && Utf8.isUsedIn(bytes) ? Utf8.decode(bytes) : text;
        }
      }
    }
    return mark.isAscii() ? Utf8.decode(bytes) : new String(bytes, family);
  }

  private static List<String> candidates(String head, @Nullable String contentType) {
    Matcher parameter = PARAMETER.matcher(contentType == null ? "" : contentType);
    Matcher declared = DECLARED.matcher(head);
    String first = parameter.find() ? parameter.group(1) : "";
    String second = declared.find() ? declared.group(1) : "";
    return List.of(first, second);
  }

  private static @Nullable Charset charset(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    if (key.isEmpty() || key.equals("utf-8") || key.equals("utf8")) {
      return null; // our own decoder is the more patient one
    }
    try {
      Charset charset = Charset.forName(MEANT.getOrDefault(key, key));
      return charset.equals(StandardCharsets.UTF_8) ? null : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null; // not what it says
    }
  }

  private static boolean isSingleByte(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1.0f;
  }
}
