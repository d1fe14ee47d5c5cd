package earshot.source.feed.markup;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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
    Charset charset = CharsetNames.find(key);
    return StandardCharsets.UTF_8.equals(charset) ? null : charset;
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
