package earshot.source.feed.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes to text, whatever the document and its server say of themselves. */
class DecodingTest {
  private static final String BODY = "<title>Café £5 “quoted” – naïve</title>";

  private static String declared(String name) {
    return "<?xml version=\"1.0\" encoding=\"" + name + "\"?>" + BODY;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "utf-8",
        "windows-1252",
        "windows-1250",
        "UTF-16BE",
        "UTF-16LE",
        "UTF-32BE",
        "UTF-32LE",
        "x-MacRoman",
        "gb18030"
      })
  void theDeclarationIsBelievedWhenTheBytesBearItOut(String charset) {
    String document =
        charset.equals("windows-1250")
            ? declared(charset).replaceAll("[ï£]", "")
            : declared(charset);
    assertThat(Decoding.text(document.getBytes(Charset.forName(charset)), null))
        .isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IBM037", "IBM500", "IBM1047", "Cp037", "ebcdic-cp-us"})
  void ebcdicIsRead(String charset) {
    String document =
        "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><title>Plain [x]</title>";
    assertThat(Decoding.text(document.getBytes(Charset.forName(charset)), null))
        .isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "koi8-r",
        "windows-1251",
        "iso-8859-5",
        "IBM866",
        "x-MacCyrillic",
        "KOI8-U",
        "cskoi8r",
        "cp1251",
        "CP866"
      })
  void cyrillicIsRead(String charset) {
    String document =
        "<?xml version='1.0' encoding='" + charset + "'?><title>Школа закрыта</title>";
    assertThat(Decoding.text(document.getBytes(Charset.forName(charset)), null))
        .isEqualTo(document);
  }

  @ParameterizedTest
  @CsvSource({
    "maccyrillic, x-MacCyrillic",
    "mac-cyrillic, x-MacCyrillic",
    "ibm855, IBM855",
    "cp_1251, windows-1251",
    "x-cp1251, windows-1251",
    "866, IBM866",
    "cp866, IBM866",
    "ms-cyrl, windows-1251",
    "1251, windows-1251"
  })
  void oddNamesOfEncodingsAreKnown(String name, String charset) {
    String document = "<?xml version='1.0' encoding='" + name + "'?><title>Школа</title>";
    assertThat(Decoding.text(document.getBytes(Charset.forName(charset)), null))
        .isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shift_JIS",
        "EUC-JP",
        "ISO-2022-JP",
        "Big5",
        "gb2312",
        "GBK",
        "EUC-KR",
        "windows-31j",
        "Big5-HKSCS",
        "HZ-GB-2312"
      })
  void eastAsianIsRead(String charset) {
    String name = charset.equals("HZ-GB-2312") ? "gb2312" : charset;
    String text = charset.equals("EUC-KR") ? "학교" : "学校";
    if (charset.startsWith("Big5")) {
      text = "學校";
    }
    String document = "<?xml version='1.0' encoding='" + name + "'?><title>" + text + "</title>";
    assertThat(Decoding.text(document.getBytes(Charset.forName(name)), null)).isEqualTo(document);
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, iso-8859-1",
    "utf-8, us-ascii",
    "utf-8, utf-16",
    "utf-8, nonsense",
    "utf-8, koi8-r",
    "utf-8, ebcdic-cp-us",
    "utf-8, shift_jis",
    "windows-1252, utf-8",
    "windows-1252, us-ascii",
    "windows-1252, iso-8859-1",
    "windows-1252, utf-16le",
    "windows-1252, ''",
    "utf-8, ''"
  })
  void aLyingDeclarationIsFoundOut(String real, String claimed) {
    String document = declared(claimed);
    assertThat(Decoding.text(document.getBytes(Charset.forName(real)), null)).isEqualTo(document);
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, text/xml; charset=iso-8859-1",
    "utf-8, application/xml",
    "utf-8, text/xml",
    "utf-8, text/xml;charset=\"utf-8\"",
    "windows-1252, text/xml; charset=windows-1252",
    "windows-1252, text/xml; charset=utf-8",
    "windows-1251, application/xml; charset=windows-1251",
    "utf-8, text/plain; charset=''",
    "utf-8, nonsense;;;charset"
  })
  void theHeaderCountsAsFarAsTheBytesBearItOut(String real, String contentType) {
    String document =
        real.equals("windows-1251") ? "<title>Школа</title>" : BODY.replace("“quoted” – ", "");
    assertThat(Decoding.text(document.getBytes(Charset.forName(real)), contentType))
        .isEqualTo(document);
  }

  @Test
  void theHeaderGoesBeforeTheDeclaration() {
    String document = "<?xml version='1.0' encoding='koi8-r'?><title>Школа</title>";
    assertThat(
            Decoding.text(
                document.getBytes(Charset.forName("windows-1251")),
                "text/xml; charset=windows-1251"))
        .isEqualTo(document);
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, EFBBBF",
    "UTF-16BE, FEFF",
    "UTF-16LE, FFFE",
    "UTF-32BE, 0000FEFF",
    "UTF-32LE, FFFE0000"
  })
  void aByteOrderMarkGoesBeforeAll(String charset, String mark) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(java.util.HexFormat.of().parseHex(mark));
    bytes.write(declared("iso-8859-1").getBytes(Charset.forName(charset)));
    assertThat(Decoding.text(bytes.toByteArray(), "text/xml; charset=koi8-r"))
        .isEqualTo(declared("iso-8859-1"));
  }

  @Test
  void aFewBadBytesDoNotSpoilTheRest() {
    byte[] bytes = ("<title>Café £5" + "X" + "it</title>").getBytes(UTF_8);
    bytes[new String(bytes, ISO_8859_1).indexOf('X')] = (byte) 0x92;
    assertThat(Decoding.text(bytes, null)).isEqualTo("<title>Café £5’it</title>");
  }

  @Test
  void aDocumentCutWithinACharacterLosesOnlyThat() {
    byte[] bytes = "<title>Café €".getBytes(UTF_8);
    for (int cut = 1; cut <= 2; cut++) {
      byte[] part = java.util.Arrays.copyOf(bytes, bytes.length - cut);
      assertThat(Decoding.text(part, null)).isEqualTo("<title>Café ");
    }
    assertThat(Decoding.text("Café".getBytes(ISO_8859_1), null)).isIn("Caf", "Café");
    assertThat(Decoding.text("<a>é</a>".getBytes(ISO_8859_1), null)).isEqualTo("<a>é</a>");
  }

  @Test
  void controlCharactersGoAndLineEndsStay() {
    assertThat(Decoding.text("a\u0000b\u0001\u007fc\r\nd\te\u0085f\uFFFFg".getBytes(UTF_8), null))
        .isEqualTo("abc\nd\te…fg");
  }

  @Test
  void whateverTheBytesTheTextIsValid() {
    Random random = new Random(11);
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      if (round % 3 == 0 && bytes.length > 60) {
        byte[] head = declared("utf-" + (8 << random.nextInt(3))).getBytes(UTF_8);
        System.arraycopy(head, 0, bytes, 0, 50);
      }
      String text = Decoding.text(bytes, round % 2 == 0 ? null : "text/xml; charset=utf-8");
      assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text);
      assertThat(text.chars())
          .allMatch(letter -> letter >= ' ' && letter != 0x7F || letter == '\n' || letter == '\t');
    }
  }
}
