package earshot.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.HostileServer;
import earshot.source.Item;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents made to read a file, call out, fill the memory, overflow the stack or never end. Each
 * is read in about a second, opens nothing, and leaks nothing.
 */
class XmlAttacksTest {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final String ITEM = "<rss><channel><item><title>T</title><description>";
  private static final String END = "</description></item></channel></rss>";

  /** Of the processor's time, so that a busy machine does not fail the test. */
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /** A second, and ten times what as much harmless text takes. */
  private Duration most = Duration.ofSeconds(1);

  @TempDir private Path folder;

  private static String around(String inside) {
    return ITEM + inside + END;
  }

  private static String fill(String part, int bytes) {
    return part.repeat(bytes / part.length());
  }

  /** At eight mebibytes, the most that a fetch brings. */
  private static String flood(String part) {
    return fill(part, 8 * MEBIBYTE - 1000);
  }

  private static Map<String, String> entities(String file, String address) {
    Map<String, String> attacks = new LinkedHashMap<>();
    attacks.put(
        "external entity, file",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file://" + file + "\">]>" + around("&x;"));
    attacks.put(
        "external entity, network",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + address + "\">]>" + around("&x;"));
    attacks.put(
        "external entity, public",
        "<!DOCTYPE r [<!ENTITY x PUBLIC \"a\" \"" + address + "\">]>" + around("&x;"));
    attacks.put(
        "external entity in an attribute",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file://" + file + "\">]><rss a='&x;'>" + around("&x;"));
    attacks.put("external type", "<!DOCTYPE r SYSTEM \"" + address + "\">" + around("x"));
    attacks.put(
        "external type, public", "<!DOCTYPE r PUBLIC \"a\" \"" + address + "\">" + around("x"));
    attacks.put(
        "parameter entity",
        "<!DOCTYPE r [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>" + around("&x;"));
    attacks.put(
        "parameter entity that builds another",
        "<!DOCTYPE r [<!ENTITY % a SYSTEM \"file://"
            + file
            + "\"><!ENTITY % b \"<!ENTITY &#37; c"
            + " SYSTEM '"
            + address
            + "?%a;'>\">%b;%c;]>"
            + around("x"));
    attacks.put(
        "schema location",
        "<rss xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a "
            + address
            + "'>"
            + around("x"));
    attacks.put(
        "inclusion",
        around(
            "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' href='file://"
                + file
                + "'/>"));
    attacks.put(
        "style sheet", "<?xml-stylesheet type='text/xsl' href='" + address + "'?>" + around("x"));
    attacks.put("UTF-7", "<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-" + around("x"));
    attacks.put("xml:base to a file", around("<a xml:base='file://" + file + "' href='x'/>"));
    attacks.put(
        "an entity that is a character twice escaped",
        "<!DOCTYPE r [<!ENTITY x \"&#38;#60;script&#38;#62;\">]>" + around("&x;"));
    return attacks;
  }

  private static Map<String, String> bombs() {
    Map<String, String> attacks = new LinkedHashMap<>();
    StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"lol\">");
    for (int level = 1; level < 20; level++) {
      laughs.append("<!ENTITY a" + level + " \"" + ("&a" + (level - 1) + ";").repeat(10) + "\">");
    }
    attacks.put("billion laughs", laughs + "]>" + around("&a19;"));
    attacks.put(
        "quadratic blowup",
        "<!DOCTYPE r [<!ENTITY a \"" + "a".repeat(200) + "\">]>" + around(flood("&a;")));
    attacks.put(
        "entity that names itself", "<!DOCTYPE r [<!ENTITY a \"&a;\">]>" + around("&a;&a;"));
    attacks.put(
        "entities without number",
        "<!DOCTYPE r [" + flood("<!ENTITY abc \"x\">") + "]>" + around("&abc;"));
    attacks.put("document types without number", flood("<!DOCTYPE r [") + around("x"));
    attacks.put("document type that never ends", "<!DOCTYPE r [<!ENTITY " + flood("a"));
    StringBuilder prefixes = new StringBuilder("<rss");
    for (int prefix = 0; prefix < 300_000; prefix++) {
      prefixes.append(" xmlns:p" + prefix + "='u" + prefix + "'");
    }
    attacks.put("namespaces without number", prefixes + ">" + around("x"));
    attacks.put("nested namespaces", fill("<a xmlns:b='c' xmlns='d'>", MEBIBYTE) + around("x"));
    attacks.put(
        "siblings with namespaces under many",
        "<rss" + prefixes.substring(4, 5_000) + "'>" + flood("<a xmlns:z='y'/>"));
    attacks.put("attributes without number", "<rss" + flood(" a='b'") + ">" + around("x"));
    attacks.put("one huge attribute", "<rss a='" + flood("b") + "'>" + around("x"));
    attacks.put("attributes that never close", flood("<a b=\"<a b='"));
    return attacks;
  }

  private static Map<String, String> depths() {
    Map<String, String> attacks = new LinkedHashMap<>();
    attacks.put("elements 100,000 deep", around("<a>".repeat(100_000) + "x"));
    attacks.put("elements as deep as they go", flood("<a>"));
    attacks.put("items within items", flood("<item>"));
    attacks.put("items within items in a feed", "<rss><channel>" + flood("<item><title>"));
    attacks.put("entries within entries", "<feed>" + flood("<entry><content>"));
    attacks.put("end tags without start", "<rss><a><b><c>" + flood("</x>"));
    attacks.put("end tags under depth", "<rss>" + "<a>".repeat(200) + flood("</x>"));
    attacks.put("end tags under depth in an item", ITEM + "<a>".repeat(200) + flood("</x>") + END);
    attacks.put("markup 100,000 deep, escaped", around("&lt;b&gt;".repeat(100_000) + "x"));
    attacks.put("markup as deep as it goes, escaped", around("<![CDATA[" + flood("<b>") + "]]>"));
    attacks.put("brackets", around(flood("<")));
    attacks.put("brackets in CDATA", around("<![CDATA[" + flood("<") + "]]>"));
    attacks.put("half tags in CDATA", around("<![CDATA[" + flood("<b ") + "]]>"));
    attacks.put("half scripts in CDATA", around("<![CDATA[" + flood("<script>") + "]]>"));
    attacks.put("quotes in CDATA", around("<![CDATA[" + flood("<a b=\"'") + "]]>"));
    attacks.put("ampersands", around(flood("&")));
    attacks.put("ampersands in CDATA", around("<![CDATA[" + flood("&a") + "]]>"));
    attacks.put("numbers without end", around("&#" + flood("9") + ";"));
    attacks.put("comments half open", "<rss>" + flood("<!--"));
    attacks.put("comments with dashes", "<rss><!--" + flood("-"));
    attacks.put("CDATA half open", "<rss>" + flood("<![CDATA["));
    attacks.put("CDATA half closed", around("<![CDATA[" + flood("]]")));
    attacks.put("instructions half open", "<rss>" + flood("<?x"));
    attacks.put("declarations half open", "<rss>" + flood("<!x"));
    return attacks;
  }

  private static Map<String, String> sizes() {
    Map<String, String> attacks = new LinkedHashMap<>();
    attacks.put("items without number", "<rss><channel>" + flood("<item><guid>x</guid></item>"));
    StringBuilder items = new StringBuilder("<rss><channel>");
    for (int item = 0; item < 200_000; item++) {
      items.append("<item><guid>" + item + "</guid></item>");
    }
    attacks.put("distinct items without number", items.toString());
    attacks.put("empty items without number", "<rss><channel>" + flood("<item/>"));
    attacks.put("elements in one item", ITEM + flood("<a/>") + END);
    attacks.put("texts and elements in one item", ITEM + flood("x<a/>") + END);
    attacks.put("one word", around(flood("x")));
    attacks.put("one line of blanks", around(flood(" ")));
    attacks.put("one name", "<rss>" + "<" + flood("x"));
    attacks.put("one prefix", "<rss><" + fill("x", MEBIBYTE) + ":" + fill("y", MEBIBYTE) + ">");
    attacks.put("colons", "<rss><" + flood(":") + ">");
    attacks.put("titles without number", "<rss><channel>" + flood("<title>x</title>"));
    attacks.put("links without number", ITEM + END + flood("<link href='x'/>"));
    attacks.put("authors without number", ITEM + flood("<author><name>x</name></author>") + END);
    attacks.put(
        "dates without number", "<rss><channel>" + flood("<item><pubDate>x</pubDate></item>"));
    attacks.put(
        "an id of a megabyte", "<rss><item><guid>" + fill("x", MEBIBYTE) + "</guid></item>");
    attacks.put("a link of a megabyte", "<rss><item><link>http://" + fill("x", MEBIBYTE));
    attacks.put("an author of a megabyte", "<rss><item><author>" + fill("(a@b", MEBIBYTE));
    attacks.put("a date of a megabyte", "<rss><item><pubDate>" + fill("1 ", MEBIBYTE));
    attacks.put(
        "a language of a megabyte", "<rss><language>" + fill("a-", MEBIBYTE) + "</language>");
    attacks.put("a title of entities", "<rss><item><title>" + flood("&amp;amp;") + "</title>");
    attacks.put("a title of tags", "<rss><item><title>" + flood("&lt;b&gt;") + "</title>");
    attacks.put("bases within bases", fill("<a xml:base='a/'>", MEBIBYTE) + around("x"));
    attacks.put("a web page of links", "<html>" + flood("<link rel=alternate href=x>"));
    attacks.put("JSON 100,000 deep", "{\"items\":[" + "[".repeat(100_000));
    attacks.put("JSON as deep as it goes", "{\"a\":" + flood("{\"a\":"));
    attacks.put("JSON items without number", "{\"items\":[" + flood("{\"id\":1},") + "]}");
    attacks.put("JSON names without number", "{\"items\":[{" + flood("\"a\":1,") + "}]}");
    attacks.put("one JSON number", "{\"items\":[{\"id\":" + flood("9") + "}]}");
    attacks.put("one JSON string", "{\"items\":[{\"title\":\"" + flood("x") + "\"}]}");
    attacks.put("NUL", fill("\u0000", MEBIBYTE) + around("x"));
    attacks.put("byte order marks", fill("\uFEFF", MEBIBYTE) + around("x"));
    return attacks;
  }

  @TestFactory
  Stream<DynamicTest> eachIsReadInASecondAndOpensNothing() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "CANARY-7f3a");
    HostileServer listener = new HostileServer();
    Map<String, String> all =
        new LinkedHashMap<>(entities(secret.toString(), listener.at("/x").toString()));
    all.putAll(bombs());
    all.putAll(depths());
    all.putAll(sizes());
    // the first readings pay for loading the classes and tell how quick the machine is
    byte[] harmless = around(flood("harmless words ")).getBytes(StandardCharsets.UTF_8);
    FeedParser.parse(harmless, null, Feeds.ADDRESS);
    long start = threads.getCurrentThreadCpuTime();
    FeedParser.parse(harmless, null, Feeds.ADDRESS);
    most = Duration.ofSeconds(1).plusNanos(10 * (threads.getCurrentThreadCpuTime() - start));
    return all.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(each.getKey(), () -> survives(each.getValue(), listener)));
  }

  private void survives(String document, HostileServer listener) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    long start = threads.getCurrentThreadCpuTime();
    ParsedFeed parsed = FeedParser.parse(bytes, "application/xml", Feeds.ADDRESS);
    Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    assertThat(took).isLessThan(most);
    assertThat(listener.connections()).isZero();
    if (parsed instanceof ParsedFeed.Feed feed) {
      assertThat(feed.items()).hasSizeLessThanOrEqualTo(10_000);
      assertThat(feed.notes()).hasSizeLessThan(25);
      for (Item item : feed.items()) {
        assertThat(item.title() + item.text() + item.url()).doesNotContain("CANARY");
      }
    }
  }
}
