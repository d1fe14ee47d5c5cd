package earshot.source.feed;

import static earshot.source.feed.Feeds.atom;
import static earshot.source.feed.Feeds.entry;
import static earshot.source.feed.Feeds.first;
import static earshot.source.feed.Feeds.item;
import static earshot.source.feed.Feeds.items;
import static earshot.source.feed.Feeds.rdf;
import static earshot.source.feed.Feeds.read;
import static earshot.source.feed.Feeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.Item;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each element of each format means. */
class FeedParserTest {
  private static final Instant MORNING = Instant.parse("2026-01-02T08:00:00Z");

  private static String lines(String table) {
    return table.replace("\\n", "\n");
  }

  // ---- titles

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Open evening|Open evening",
        "  Open\\n  evening |Open evening",
        "Fish &amp; chips|Fish & chips",
        "Fish &amp;amp; chips|Fish & chips",
        "Fish & chips|Fish & chips",
        "AT&T|AT&T",
        "&lt;b&gt;Bold&lt;/b&gt; news|Bold news",
        "<![CDATA[<b>Bold</b> news]]>|Bold news",
        "<![CDATA[Fish & chips]]>|Fish & chips",
        "<![CDATA[Fish &amp; chips]]>|Fish & chips",
        "Caf&eacute; &pound;5 &nbsp;x|Café £5 \u00a0x",
        "Caf&#233; &#163;5 &#xA3;6|Café £5 £6",
        "It&#146;s &#147;fine&#148;|It’s “fine”",
        "It&apos;s|It's",
        "1 &lt; 2|1 < 2",
        "1 &lt;2 and 3&gt; 2|1 <2 and 3> 2",
        "Use of List&lt;String&gt;|Use of List<String>",
        "&amp;lt;b&amp;gt;|<b>",
        "I <3 Marlbeck|I <3 Marlbeck",
        "Marl<b>beck</b>|Marlbeck",
        "A<!-- hidden -->B|AB",
        "A<?php echo ?>B|AB",
        "One &lt;br&gt; two|One two",
        "The &lt;b&gt; tag|The <b> tag",
        "The &lt;blink&gt; tag &lt;/blink&gt;|The <blink> tag </blink>",
        "Ã©cole|école",
        "&unknown; &#; &#x; &|&unknown; &#; &#x; &",
        "&#0;&#1;&#xD800;x&#x110000;|\uFFFDx\uFFFD",
      })
  void rssTitlesAreTextOrHtmlAndOneHasToGuess(String written, String title) {
    assertThat(first(item("<guid>1</guid><title>" + lines(written) + "</title>")).title())
        .isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<title>Fish &amp; chips</title>|Fish & chips",
        "<title>Fish &amp;amp; chips</title>|Fish &amp; chips",
        "<title type='text'>The &lt;b&gt; tag</title>|The <b> tag",
        "<title type='html'>The &lt;b&gt;bold&lt;/b&gt; tag</title>|The bold tag",
        "<title type='html'>Fish &amp;amp; chips</title>|Fish & chips",
        "<title type='html'>&amp;lt;b&amp;gt;</title>|<b>",
        "<title type='html'><![CDATA[<i>x</i> &amp; y]]></title>|x & y",
        "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <em>b</em> &lt;c&gt;</div></title>|A b <c>",
        "<title type='xhtml' xmlns:x='http://www.w3.org/1999/xhtml'><x:div>A <x:b>b</x:b></x:div></title>|A b",
        "<title type='text/html' mode='escaped'>The &lt;b&gt;bold&lt;/b&gt; tag</title>|The bold tag",
        "<title type='text/plain' mode='escaped'>The &lt;b&gt; tag</title>|The <b> tag",
        "<title type='application/xhtml+xml' mode='xml'>The <b>bold</b> tag</title>|The bold tag",
        "<title mode='base64'>RmlzaCAmIGNoaXBz</title>|Fish & chips",
        "<title type='text/html' mode='base64'>PGI+RmlzaDwvYj4=</title>|Fish",
        "<title type='application/octet-stream'>RmlzaA==</title>|Fish",
        "<title type='HTML'>&lt;b&gt;x&lt;/b&gt;</title>|x",
        "<title>A <b>wrong</b> one</title>|A wrong one",
        "<atom:title xmlns:atom='http://www.w3.org/2005/Atom'>Prefixed</atom:title>|Prefixed",
        "<TITLE>Loud</TITLE>|Loud",
      })
  void atomTitlesSayWhatTheyAre(String written, String title) {
    assertThat(first(entry("<id>1</id>" + written)).title()).isEqualTo(title);
  }

  @Test
  void mediaTitlesAreNotTheItemsTitles() {
    String media = "<media:content><media:title>Photo</media:title></media:content>";
    assertThat(first(item(media + "<title>News</title>")).title()).isEqualTo("News");
    assertThat(first(item("<media:title>Photo</media:title><title>News</title>")).title())
        .isEqualTo("News");
    assertThat(first(item("<title>News</title><media:title>Photo</media:title>")).title())
        .isEqualTo("News");
    assertThat(first(item("<guid>1</guid>" + media)).title()).isEqualTo("Photo");
  }

  @Test
  void titlesOfSourcesAndImagesAreNotTheItemsTitles() {
    assertThat(
            first(
                    item(
                        "<source url='x'><title>Other</title></source>"
                            + "<image><title>Logo</title></image><title>News</title>"))
                .title())
        .isEqualTo("News");
    assertThat(first(item("<dc:title>News</dc:title>")).title()).isEqualTo("News");
  }

  @Test
  void withoutTitleThereIsNone() {
    Item item = first(item("<description>Only text</description>"));
    assertThat(item.title()).isEmpty();
    assertThat(item.text()).isEqualTo("Only text");
    assertThat(item.nativeId()).startsWith("hash:");
  }

  @Test
  void aTitleOfBookLengthIsCutAndKeptAsText() {
    String title = "🙂".repeat(2_000);
    Item item = first(item("<title>" + title + "</title><description>x</description>"));
    assertThat(item.title()).hasSizeLessThan(1_002).endsWith("🙂…");
    assertThat(item.text()).isEqualTo(title + "\nx");
  }

  // ---- texts

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<description>Plain words</description>|Plain words",
        "<description>Two\\nlines</description>|Two\\nlines",
        "<description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</description>|One\\nTwo",
        "<description><![CDATA[A<br>B<br/>C]]></description>|A\\nB\\nC",
        "<description><![CDATA[<ul><li>A</li><li>B</li></ul>]]></description>|A\\nB",
        "<description><![CDATA[<script>bad()</script><style>p{}</style>Good]]></description>|Good",
        "<description><![CDATA[5 < 6 &amp; 7 > 2]]></description>|5 < 6 & 7 > 2",
        "<description><![CDATA[Ends with <b>bold]]></description>|Ends with bold",
        "<description><![CDATA[Ends with <b]]></description>|Ends with <b",
        "<description><p>Not <b>escaped</b></p><p>at all</p></description>|Not escaped\\nat all",
        "<description>short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>|Long",
        "<content:encoded>Long</content:encoded><description>short</description>|Long",
        "<description>short</description><content:encoded></content:encoded>|short",
        "<body xmlns='http://www.w3.org/1999/xhtml'><p>Inline</p></body>|Inline",
        "<dc:description>Dublin</dc:description>|Dublin",
        "<media:group><media:description>Seen</media:description></media:group>|Seen",
        "<itunes:summary>Heard</itunes:summary>|Heard",
        "<itunes:subtitle>s</itunes:subtitle><itunes:summary>Heard</itunes:summary>|Heard",
        "<description><![CDATA[<![CDATA[Twice]]]]><![CDATA[>]]></description>|Twice",
        "<description>&lt;a href='x' title='a > b'&gt;link&lt;/a&gt; &lt;img src=x&gt;</description>|link",
        "<description>&lt;td&gt;a&lt;/td&gt;&lt;td&gt;b&lt;/td&gt;</description>|a b",
      })
  void textsBecomePlain(String written, String text) {
    assertThat(first(item("<guid>1</guid>" + lines(written))).text()).isEqualTo(lines(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<summary>Short</summary><content>Long</content>|Long",
        "<summary>Short</summary><content src='http://a.example/x.html'/>|Short",
        "<content type='html'>&lt;p&gt;A&lt;/p&gt;B</content>|A\\nB",
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>A</p>B &amp; C</div></content>|A\\nB & C",
        "<content type='text'>A &lt;b&gt;</content>|A <b>",
        "<content type='text/html' mode='escaped'>&lt;i&gt;A&lt;/i&gt;</content>|A",
        "<content type='image/png' mode='base64'>iVBORw0KGgoAAAAA</content><summary>S</summary>|S",
        "<content type='application/xml'><a><b>B</b></a></content>|B",
        "<content type='image/svg+xml'><svg xmlns='http://www.w3.org/2000/svg'><text>T</text></svg></content>|T",
      })
  void atomTextsSayWhatTheyAre(String written, String text) {
    assertThat(first(entry("<id>1</id>" + lines(written))).text()).isEqualTo(lines(text));
  }

  // ---- links

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<link>https://gazette.example/1</link>|https://gazette.example/1",
        "<link> https://gazette.example/1 </link>|https://gazette.example/1",
        "<link>https://gazette.example</link>|https://gazette.example",
        "<link>https://gazette.example/?a=1&amp;b=2</link>|https://gazette.example/?a=1&b=2",
        "<link>https://gazette.example/?a=1&b=2</link>|https://gazette.example/?a=1&b=2",
        "<link>https://gazette.example/?a=1&copy=2</link>|https://gazette.example/?a=1&copy=2",
        "<link><![CDATA[https://gazette.example/?a=1&b=2]]></link>|https://gazette.example/?a=1&b=2",
        "<link>/news/1</link>|https://gazette.example/news/1",
        "<link>news 1</link>|https://gazette.example/news%201",
        "<link>//cdn.example/1</link>|https://cdn.example/1",
        "<guid>https://gazette.example/g</guid>|https://gazette.example/g",
        "<guid isPermaLink='true'>https://gazette.example/g</guid>|https://gazette.example/g",
        "<guid isPermaLink='true'>/g</guid>|https://gazette.example/g",
        "<guid isPermaLink='false'>https://gazette.example/g</guid><title>x</title>|",
        "<guid>https://gazette.example/g</guid><link>https://gazette.example/1</link>|https://gazette.example/1",
        "<guid>tag:1</guid>|",
        "<link>javascript:alert(1)</link><title>x</title>|",
        "<link>data:text/html,x</link><title>x</title>|",
        "<atom:link rel='self' href='https://gazette.example/self'/><link>https://gazette.example/1</link>|https://gazette.example/1",
        "<atom:link href='https://gazette.example/a'/>|https://gazette.example/a",
        "<link href='https://gazette.example/h'/>|https://gazette.example/h",
        "<link>http://feeds.example/~r/1</link><feedburner:origLink>https://gazette.example/1</feedburner:origLink>|https://gazette.example/1",
        "<enclosure url='https://gazette.example/1.mp3'/><title>x</title>|",
        "<image><link>https://gazette.example/logo</link></image><link>https://gazette.example/1</link>|https://gazette.example/1",
        "<comments>https://gazette.example/c</comments><link>https://gazette.example/1</link>|https://gazette.example/1",
        "<link></link><guid>https://gazette.example/g</guid>|https://gazette.example/g",
      })
  void rssLinks(String written, String link) {
    assertThat(first(item(written)).url()).isEqualTo(link);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<link href='https://a.example/1'/>|https://a.example/1",
        "<link rel='alternate' href='https://a.example/1'/>|https://a.example/1",
        "<link rel='ALTERNATE' type='text/html' href='https://a.example/1'/>|https://a.example/1",
        "<link rel='self' href='https://a.example/s'/><link rel='alternate' href='https://a.example/1'/>|https://a.example/1",
        "<link rel='alternate' type='application/pdf' href='https://a.example/p'/><link rel='alternate' type='text/html' href='https://a.example/1'/>|https://a.example/1",
        "<link rel='alternate' type='application/pdf' href='https://a.example/p'/>|https://a.example/p",
        "<link rel='enclosure' href='https://a.example/e'/><link rel='via' href='https://a.example/v'/>|",
        "<link rel='http://www.iana.org/assignments/relation/alternate' href='https://a.example/1'/>|https://a.example/1",
        "<link href='1.html'/>|https://gazette.example/feeds/1.html",
        "<link href='../1.html'/>|https://gazette.example/1.html",
        "<link xml:base='https://b.example/x/' href='1.html'/>|https://b.example/x/1.html",
        "<id>https://a.example/id</id>|https://a.example/id",
      })
  void atomLinks(String written, String link) {
    assertThat(first(entry("<title>x</title>" + written)).url()).isEqualTo(link);
  }

  @Test
  void basesNest() {
    String feed =
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://b.example/'>"
            + "<entry xml:base='2026/'><link href='01.html'/></entry>"
            + "<entry xml:base='/other/'><link href='02.html'/></entry>"
            + "<entry xml:base='https://c.example/'><link href='03.html'/></entry>"
            + "<entry><link href='04.html'/></entry></feed>";
    assertThat(items(feed))
        .extracting(Item::url)
        .containsExactly(
            "https://b.example/2026/01.html",
            "https://b.example/other/02.html",
            "https://c.example/03.html",
            "https://b.example/04.html");
  }

  @Test
  void withoutAnyBaseALinkStaysAsWritten() {
    byte[] feed = "<rss><channel><item><link>/a</link></item></channel></rss>".getBytes();
    ParsedFeed.Feed parsed = (ParsedFeed.Feed) FeedParser.parse(feed, null, null);
    assertThat(parsed.items().getFirst().url()).isEqualTo("/a");
  }

  // ---- ids

  @Test
  void anIdIsTheGuidElseTheLinkElseAHash() {
    assertThat(first(item("<guid> 1 </guid><link>https://a.example/</link>")).nativeId())
        .isEqualTo("1");
    assertThat(first(item("<link>https://a.example/1</link>")).nativeId())
        .isEqualTo("https://a.example/1");
    String untitled = "<description>x</description><pubDate>2 Jan 2026</pubDate>";
    assertThat(first(item(untitled)).nativeId())
        .isEqualTo(first(item(untitled)).nativeId())
        .startsWith("hash:");
    assertThat(first(entry("<id>tag:a.example,2026:1</id>")).nativeId())
        .isEqualTo("tag:a.example,2026:1");
    assertThat(
            first(rdf("<item rdf:about='https://a.example/1'><title>x</title></item>")).nativeId())
        .isEqualTo("https://a.example/1");
  }

  @Test
  void itemsThatShareAnIdAreKeptApartByTheirLinks() {
    ParsedFeed.Feed feed =
        read(
            rss(
                "<item><guid>same</guid><link>https://a.example/1</link></item>"
                    + "<item><guid>same</guid><link>https://a.example/2</link></item>"
                    + "<item><guid>same</guid><link>https://a.example/1</link></item>"));
    assertThat(feed.items())
        .extracting(Item::nativeId)
        .containsExactly("same", "https://a.example/2");
    assertThat(feed.notes()).hasSize(1).first().asString().contains("Item 2");
  }

  // ---- dates

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<pubDate>Fri, 02 Jan 2026 08:00:00 GMT</pubDate>|true|false",
        "<pubdate>Fri, 02 Jan 2026 08:00:00 GMT</pubdate>|true|false",
        "<dc:date>2026-01-02T08:00:00Z</dc:date>|true|true",
        "<dcterms:issued>2026-01-02T08:00:00Z</dcterms:issued>|true|false",
        "<dcterms:created>2026-01-02T08:00:00Z</dcterms:created>|true|false",
        "<dcterms:modified>2026-01-02T08:00:00Z</dcterms:modified>|true|true",
        "<atom:updated>2026-01-02T08:00:00Z</atom:updated>|true|true",
        "<atom:published>2026-01-02T08:00:00Z</atom:published>|true|false",
      })
  void rssDates(String written, boolean published, boolean updated) {
    Item item = first(item("<guid>1</guid>" + written));
    assertThat(item.published()).isEqualTo(published ? MORNING : null);
    assertThat(item.updated()).isEqualTo(updated ? MORNING : null);
  }

  @Test
  void atomDates() {
    Item item =
        first(
            entry(
                "<id>1</id><published>2026-01-02T08:00:00Z</published>"
                    + "<updated>2026-01-03T08:00:00+01:00</updated>"));
    assertThat(item.published()).isEqualTo(MORNING);
    assertThat(item.updated()).isEqualTo(Instant.parse("2026-01-03T07:00:00Z"));
    Item old =
        first(
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><id>1</id>"
                + "<issued>2026-01-02T08:00:00Z</issued><modified>2026-01-02T08:00:00Z</modified>"
                + "</entry></feed>");
    assertThat(old.published()).isEqualTo(MORNING);
    assertThat(old.updated()).isEqualTo(MORNING);
  }

  @Test
  void aDateThatCannotBeReadIsNamedAndTheItemKept() {
    ParsedFeed.Feed feed = read(item("<guid>1</guid><pubDate>last Tuesday</pubDate>"));
    assertThat(feed.items()).hasSize(1);
    assertThat(feed.items().getFirst().published()).isNull();
    assertThat(feed.notes()).first().asString().contains("Item 1").contains("last Tuesday");
  }

  // ---- authors, languages, threads

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<author>Ann Other</author>|Ann Other",
        "<author>ann@a.example (Ann Other)</author>|Ann Other",
        "<author>Ann Other &lt;ann@a.example&gt;</author>|Ann Other",
        "<author>Ann Other (ann@a.example)</author>|Ann Other",
        "<author>ann@a.example</author>|ann@a.example",
        "<dc:creator>Ann Other</dc:creator>|Ann Other",
        "<dc:creator><![CDATA[Ann & Bob]]></dc:creator>|Ann & Bob",
        "<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator>|Ann, Bob",
        "<itunes:author>Ann Other</itunes:author>|Ann Other",
        "<atom:author><atom:name>Ann Other</atom:name></atom:author>|Ann Other",
        "<title>x</title>|''",
      })
  void authors(String written, String author) {
    assertThat(first(item("<guid>1</guid>" + written)).author())
        .isEqualTo(author.equals("''") ? "" : author);
  }

  @Test
  void atomEntriesInheritTheFeedsAuthor() {
    String feed = "<author><name>Ann</name></author><entry><id>1</id></entry>";
    assertThat(first(atom(feed)).author()).isEqualTo("Ann");
    assertThat(
            first(
                    atom(
                        "<author><name>Ann</name></author><entry><id>1</id>"
                            + "<author><name>Bob</name><email>b@b.example</email></author></entry>"))
                .author())
        .isEqualTo("Bob");
  }

  @Test
  void languagesComeFromTheEntryElseTheFeed() {
    assertThat(first(rss("<language>en_GB</language><item><guid>1</guid></item>")).language())
        .isEqualTo("en-GB");
    assertThat(first(item("<guid>1</guid><dc:language>cy</dc:language>")).language())
        .isEqualTo("cy");
    assertThat(first(item("<guid>1</guid>")).language()).isNull();
    assertThat(
            first("<feed xml:lang='en'><entry xml:lang='pl'><id>1</id></entry></feed>").language())
        .isEqualTo("pl");
    assertThat(first(rss("<language>what?! no</language><item><guid>1</guid></item>")).language())
        .isNull();
  }

  @Test
  void aFeedOfCommentsNamesItsThread() {
    String feed =
        "<rss><channel><title>Comments on: New gates</title><item><guid>1</guid></item></channel></rss>";
    assertThat(first(feed).context()).isEqualTo("Comments on: New gates");
    assertThat(first(item("<guid>1</guid>")).context()).isEmpty();
  }

  // ---- formats

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss version='2.0'><channel><item><title>x</title></item></channel></rss>",
        "<rss version='0.91'><channel><item><title>x</title></item></channel></rss>",
        "<rss><channel></channel><item><title>x</title></item></rss>",
        "<RSS><CHANNEL><ITEM><TITLE>x</TITLE></ITEM></CHANNEL></RSS>",
        "<rss xmlns='http://backend.userland.com/rss2'><channel><item><title>x</title></item></channel></rss>",
        "<rss xmlns='http://blogs.law.harvard.edu/tech/rss'><channel><item><title>x</title></item></channel></rss>",
        "<r:rss xmlns:r='http://backend.userland.com/RSS2'><r:channel><r:item><r:title>x</r:title></r:item></r:channel></r:rss>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><item><title>x</title></item></rdf:RDF>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><item><title>x</title></item></rdf:RDF>",
        "<Q:RDF xmlns:Q='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:k='http://purl.org/rss/1.0/'><k:item><k:title>x</k:title></k:item></Q:RDF>",
        "<Channel xmlns='http://purl.org/net/rss1.1#'><items><item><title>x</title></item></items></Channel>",
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>x</title></entry></feed>",
        "<feed version='0.2' xmlns='http://purl.org/atom/ns#'><entry><title>x</title></entry></feed>",
        "<feed xmlns='http://purl.org/echo/'><entry><title>x</title></entry></feed>",
        "<feed xmlns='http://example.com/necho'><entry><title>x</title></entry></feed>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>x</title></entry></feed>",
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>x</a:title></a:entry></a:feed>",
        "<entry xmlns='http://www.w3.org/2005/Atom'><title>x</title></entry>",
        "<channel HREF='https://a.example/'><item HREF='https://a.example/1' LASTMOD='2026-01-02'><title>x</title></item></channel>",
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"title\":\"x\"}]}",
        "  \n{\"items\":[{\"title\":\"x\"}]}",
        "\uFEFF \uFEFF<rss><channel><item><title>x</title></item></channel></rss>",
        "\n\n  <?xml version='1.0'?><rss><channel><item><title>x</title></item></channel></rss>",
        "<?xml version='1.0'?><?xml-stylesheet href='x'?><!-- c --><rss><channel><item><title>x</title></item></channel></rss>",
        "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss><channel><item><title>x</title></item></channel></rss>",
        "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body><rss><channel><item><title>x</title></item></channel></rss></soap:Body></soap:Envelope>",
      })
  void everyFormatHasItsItem(String feed) {
    assertThat(first(feed).title()).isEqualTo("x");
  }

  @Test
  void unknownNamesWithFamiliarEndingsAreNotMistaken() {
    String feed =
        "<rss xmlns:x='http://x.example/'><channel><item><x:title>no</x:title><x:link>no</x:link>"
            + "<title>yes</title></item><x:item><title>no</title></x:item></channel></rss>";
    assertThat(items(feed)).extracting(Item::title).containsExactly("yes");
  }

  @Test
  void aFeedWithoutItemsIsAFeed() {
    assertThat(items(rss(""))).isEmpty();
    assertThat(items(atom(""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|empty",
        "'   '|empty",
        "'<!DOCTYPE html><html><p>x</html>'|web page",
        "'<HTML><body>Not found</body></HTML>'|web page",
        "'<svg/>'|no feed",
        "'just words'|no feed",
        "'{}'|JSON",
        "'{\"a\":[1,2]}'|JSON",
        "'{broken'|JSON",
        "'[1,2]'|no feed",
        "'<'|no feed",
        "'%PDF-1.7'|no feed"
      })
  void whatIsNoFeedIsSaidInWords(String document, String fact) {
    assertThat(Feeds.parse(document.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            ParsedFeed.NotAFeed.class,
            other -> assertThat(other.why()).contains(fact).endsWith("."));
  }

  @Test
  void aWebPageNamesItsFeed() {
    String page =
        "<html><head><link rel='alternate' type='application/rss+xml' href='/feed'></head></html>";
    assertThat(((ParsedFeed.NotAFeed) Feeds.parse(page.getBytes())).why()).contains("/feed");
  }

  // ---- what is broken

  @Test
  void anEmptyItemIsNamedAndLeftOut() {
    ParsedFeed.Feed feed = read(rss("<item><guid>1</guid></item><item/><item> </item>"));
    assertThat(feed.items()).hasSize(1);
    assertThat(feed.notes()).hasSize(2).first().asString().contains("Item 2");
  }

  @Test
  void aCutFeedKeepsEveryWholeItemAndMarksTheLast() {
    String whole =
        rss(
            "<item><guid>1</guid><title>One</title></item>"
                + "<item><guid>2</guid><title>Two</title></item>"
                + "<item><guid>3</guid><title>Three</title><description>and so on</description></item>");
    String cut = whole.substring(0, whole.indexOf("so on"));
    ParsedFeed.Feed feed = read(cut);
    assertThat(feed.items()).extracting(Item::title).containsExactly("One", "Two", "Three");
    assertThat(feed.items()).extracting(Item::truncated).containsExactly(false, false, true);
    assertThat(feed.notes()).first().asString().contains("breaks off within item 3");
  }

  @Test
  void wherverItIsCutNothingThrowsAndWholeItemsStay() {
    String whole =
        rss(
            "<item><guid>1</guid><title>One</title><link>https://a.example/1</link></item>"
                + "<item><guid>2</guid><description><![CDATA[<p>Two &amp; two</p>]]></description></item>");
    int end = whole.indexOf("</item>") + "</item>".length();
    for (int cut = 0; cut < whole.length(); cut++) {
      ParsedFeed parsed = Feeds.parse(whole.substring(0, cut).getBytes(StandardCharsets.UTF_8));
      if (cut >= end) {
        assertThat(((ParsedFeed.Feed) parsed).items().getFirst().title()).isEqualTo("One");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<item><title>One<link>https://a.example/1</link></item><item><title>Two</title></item>",
        "<item><title>One</title><item><title>Two</title></item>",
        "<item><title>One</titel></item><item><title>Two</title></item>",
        "<item><title>One</title></item></channel><item><title>Two</title></item>",
        "<item><title>One</title><description><b>x<i>y</b></description></item><item><title>Two</title></item>",
        "<item><title>One</title><description>a < b & c</description></item><item><title>Two</title></item>",
        "<item><title>One</title><enclosure url=x.mp3 length=5></item><item><title>Two</title></item>",
        "<item><enclosure url=x.mp3><title>One</title></item><item><title>Two</title></item>",
        "<item><link href='x'><title>One</title></item><item><title>Two</title></item>",
        "<item attr=\"x><title>One</title></item><item><title>Two</title></item>",
        "<item><title>One</title><x:y>undeclared</x:y></item><item><title>Two</title></item>",
        "<item><title>One\u0000\u0001\u001f</title></item><item><title>Two</title></item>",
        "<item><title>One</title><description><br></description></item><item><title>Two</title></item>",
        "</b></i><item><title>One</title></item></p><item><title>Two</title></item>",
        "<item><title>One</title></item><item><title>Two</title></item></rss><trailing/> rubbish &",
        "<item><title>One</title></item><!-- never closed <item><title>Two</title></item>",
        "<item><title>One</title><![CDATA[stray]]></item><item><title>Two</title></item>",
      })
  void oneBadItemSpoilsNoOther(String items) {
    assertThat(items(rss(items))).extracting(Item::title).containsExactly("One", "Two");
  }

  @Test
  void onlySomeNotesAreGivenWhenThereAreMany() {
    ParsedFeed.Feed feed = read(rss("<item/>".repeat(100)));
    assertThat(feed.notes()).hasSize(21).last().asString().contains("80 more");
  }

  // ---- JSON Feed

  @Test
  void jsonFeedsOfBothVersionsAreRead() {
    String feed =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"Gazette","language":"en-GB",
         "home_page_url":"https://gazette.example/","authors":[{"name":"Ann"},{"name":"Bob"}],
         "items":[
          {"id":"1","url":"/one","title":"Fish &amp; chips","content_html":"<p>A</p><p>B</p>",
           "date_published":"2026-01-02T08:00:00Z","date_modified":"2026-01-02T09:00:00+01:00"},
          {"id":2,"external_url":"https://a.example/2","content_text":"x < y","author":{"name":"Cy"}},
          {"id":null,"summary":"Only this","date_published":"yesterday"},
          "not an item", {}
         ]}
        """;
    ParsedFeed.Feed parsed = read(feed);
    assertThat(parsed.items())
        .extracting(Item::nativeId, Item::url, Item::title, Item::author, Item::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "1", "https://gazette.example/one", "Fish & chips", "Ann, Bob", "A\nB"),
            org.assertj.core.groups.Tuple.tuple("2", "https://a.example/2", "", "Cy", "x < y"),
            org.assertj.core.groups.Tuple.tuple(
                parsed.items().get(2).nativeId(), null, "", "Ann, Bob", "Only this"));
    assertThat(parsed.items().getFirst().published()).isEqualTo(MORNING);
    assertThat(parsed.items().getFirst().updated()).isEqualTo(MORNING);
    assertThat(parsed.items().getFirst().language()).isEqualTo("en-GB");
    assertThat(parsed.notes()).hasSize(3);
  }

  @Test
  void aCutJsonFeedKeepsEveryWholeItem() {
    String feed = "{\"items\":[{\"id\":\"1\",\"title\":\"One\"},{\"id\":\"2\",\"titl";
    ParsedFeed.Feed parsed = read(feed);
    assertThat(parsed.items()).extracting(Item::title).containsExactly("One");
    assertThat(parsed.notes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"items\":null}",
        "{\"items\":{}}",
        "{\"items\":[[[[]]]]}",
        "{\"items\":[null,1,true,\"x\"]}",
        "{\"version\":1,\"items\":[{\"id\":{},\"title\":[],\"authors\":5,\"author\":[1]}]}",
        "{\"items\":[{\"id\":1e999,\"title\":NaN}]}",
        "{\"items\":[{\"id\":\"\\ud800\"}]}",
        "{\"items\":[{\"title\":\"\\u0000x\"}]}",
        "{\"items\":[",
        "{\"items\"",
        "{\"a\":1,}",
        "{{{"
      })
  void oddJsonNeverThrows(String document) {
    assertThat(Feeds.parse(document.getBytes(StandardCharsets.UTF_8))).isNotNull();
  }

  @Test
  void base64OfAPictureIsNoText() {
    String picture = Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 0, 0, 1});
    assertThat(first(entry("<id>1</id><content type='image/png'>" + picture + "</content>")).text())
        .isEmpty();
  }
}
