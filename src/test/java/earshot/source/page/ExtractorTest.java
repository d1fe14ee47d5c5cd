package earshot.source.page;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.page.Extraction.Kind;
import earshot.source.page.posts.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fixtures are pages of a fictional village, written in the markup of the engines they name.
 */
class ExtractorTest {
  private static final URI ADDRESS =
      URI.create("https://forum.marlbeck.example/viewtopic.php?t=88");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private final Extractor extractor = new Extractor(InstantSource.fixed(NOW));

  private Extraction fixture(String name) throws IOException {
    try (InputStream page = ExtractorTest.class.getResourceAsStream(name + ".html")) {
      return extractor.extract(page.readAllBytes(), "text/html", ADDRESS);
    }
  }

  private Extraction page(String html) {
    return extractor.extract(html.getBytes(StandardCharsets.UTF_8), null, ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phpbb3",
        "phpbb2",
        "vbulletin4",
        "vbulletin3",
        "xenforo2",
        "discourse",
        "smf",
        "talk-board",
        "guestbook",
        "disqus",
        "hn",
        "reddit-old"
      })
  void threadsOfEveryEngineGiveEachPostWithAuthorDateAndItsOwnWords(String engine)
      throws IOException {
    Extraction thread = fixture(engine);
    assertThat(thread.kind()).isEqualTo(Kind.THREAD);
    assertThat(thread.items()).hasSize(4);
    assertThat(thread.items())
        .extracting(entry -> entry.author().replaceAll("[_ ]", ""))
        .containsExactly("MarlbeckMum", "GateKeeper", "ptadave", "MarlbeckMum");
    assertThat(thread.items())
        .extracting(Entry::published)
        .containsExactly(
            Instant.parse("2026-11-16T19:05:00Z"),
            Instant.parse("2026-11-16T19:40:00Z"),
            Instant.parse("2026-11-17T08:12:00Z"),
            Instant.parse("2026-11-17T09:30:00Z"));
    assertThat(thread.items().get(1).text())
        .startsWith("We had it too.")
        .doesNotContain("Life is too short");
    assertThat(thread.items().get(3).text())
        .isEqualTo("Thank you both, that is a relief. I will drop off two jumpers on Friday.");
  }

  @ParameterizedTest
  @CsvSource({
    "phpbb3, https://forum.marlbeck.example/viewtopic.php?p=902#p902",
    "phpbb2, https://forum.marlbeck.example/viewtopic.php?p=902#902",
    "vbulletin4, https://forum.marlbeck.example/showthread.php?88-Ashcombe&p=902#post902",
    "xenforo2, https://forum.marlbeck.example/threads/ashcombe-uniform-letter.88/post-902",
    "smf, https://forum.marlbeck.example/index.php?topic=88.msg902#msg902",
    "hn, https://forum.marlbeck.example/item?id=902",
    "reddit-old, https://forum.marlbeck.example/r/marlbeck/comments/ab1/ashcombe/c0/",
    "talk-board, https://forum.marlbeck.example/viewtopic.php?t=88#reply-902"
  })
  void postsKeepTheirPermalinks(String engine, String permalink) throws IOException {
    assertThat(fixture(engine).items().get(1).url()).isEqualTo(permalink);
  }

  @Test
  void aThreadIsCalledWhatItsFirstPostIsAbout() throws IOException {
    Extraction thread = fixture("phpbb3");
    assertThat(thread.title()).isEqualTo("Ashcombe uniform letter");
    assertThat(thread.author()).isEqualTo("Marlbeck Mum");
    assertThat(thread.published()).isEqualTo(Instant.parse("2026-11-16T19:05:00Z"));
    assertThat(thread.language()).isEqualTo("en-GB");
  }

  @Test
  void anArticleKeepsItsCommentsApartFromItsText() throws IOException {
    Extraction article = fixture("wordpress-article");
    assertThat(article.kind()).isEqualTo(Kind.ARTICLE);
    assertThat(article.title()).isEqualTo("Breakfast club opens at Ashcombe");
    assertThat(article.author()).isEqualTo("Jo Lark");
    assertThat(article.published()).isEqualTo(Instant.parse("2026-11-16T17:00:00Z"));
    assertThat(article.text())
        .startsWith("Ashcombe Primary will open")
        .endsWith("given a reusable cup.")
        .doesNotContain("uniform");
    assertThat(article.items())
        .extracting(Entry::author)
        .containsExactly("Marlbeck Mum", "GateKeeper", "pta_dave");
  }

  @Test
  void aNewspaperPageIsRidOfItsFurniture() throws IOException {
    Extraction article = fixture("local-paper");
    assertThat(article.kind()).isEqualTo(Kind.ARTICLE);
    assertThat(article.author()).isEqualTo("Jo Lark");
    assertThat(article.items()).isEmpty();
    assertThat(article.text())
        .startsWith("Ashcombe Primary will open")
        .endsWith("given a reusable cup.")
        .doesNotContain("cookies", "newsletter", "Picture:", "Fete raises", "Bypass", "Jo Lark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviews-microdata", "reviews-jsonld", "reviews-plain"})
  void reviewsAreAListing(String name) throws IOException {
    Extraction reviews = fixture(name);
    assertThat(reviews.kind()).isEqualTo(Kind.LISTING);
    assertThat(reviews.items())
        .extracting(Entry::author)
        .containsExactly("Marlbeck Mum", "GateKeeper", "pta_dave", "Marlbeck Mum");
    assertThat(reviews.items())
        .allSatisfy(entry -> assertThat(entry.published()).isNotNull())
        .allSatisfy(entry -> assertThat(entry.text()).doesNotContain("★", "Report"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"blog-index", "search-results", "forum-index"})
  void pagesOfTeasersAreAListingWithLinks(String name) throws IOException {
    Extraction listing = fixture(name);
    assertThat(listing.kind()).isEqualTo(Kind.LISTING);
    assertThat(listing.items()).hasSize(4);
    assertThat(listing.items().getFirst().title()).startsWith("Breakfast club opens at Ashcombe");
    assertThat(listing.items()).extracting(Entry::url).doesNotHaveDuplicates().doesNotContainNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "shell", "home"})
  void frontPagesAndFormsAreNeither(String name) throws IOException {
    assertThat(fixture(name).kind()).isEqualTo(Kind.OTHER);
    assertThat(fixture(name).items()).isEmpty();
  }

  @Test
  void anEmptyShellIsSaidToNeedScript() throws IOException {
    try (InputStream page = ExtractorTest.class.getResourceAsStream("shell.html")) {
      assertThat(extractor.read(page.readAllBytes(), null, ADDRESS).needsScript()).isTrue();
    }
    try (InputStream page = ExtractorTest.class.getResourceAsStream("local-paper.html")) {
      assertThat(extractor.read(page.readAllBytes(), null, ADDRESS).needsScript()).isFalse();
    }
  }

  @Test
  void postsWithoutAnElementOfTheirOwnAreFoundByTheirHeads() {
    Extraction flat =
        page(
            "<h1>Guestbook</h1>"
                + "Name: Ann Lark<br>Date: 16/11/2026<br>Message: What a lovely school fair it was.<hr>"
                + "Name: Ben Rook<br>Date: 17/11/2026<br>Message: The cakes were gone by noon, sadly.<hr>");
    assertThat(flat.kind()).isEqualTo(Kind.THREAD);
    assertThat(flat.items()).extracting(Entry::author).containsExactly("Ann Lark", "Ben Rook");
    assertThat(flat.items().get(1).text()).isEqualTo("The cakes were gone by noon, sadly.");
  }

  @Test
  void relativeDatesLeanOnNow() {
    Extraction thread =
        page(
            "<h1>Parking</h1>"
                + "<div class=c><b>Ann</b> <small>2 hours ago</small><p>They park on the zigzags again, every single morning.</p></div>"
                + "<div class=c><b>Ben</b> <small>yesterday at 08:15</small><p>I counted eleven cars at the gate, some with engines running.</p></div>"
                + "<div class=c><b>Cat</b> <small>3 days ago</small><p>The school has written to everyone twice already this term.</p></div>");
    assertThat(thread.items())
        .extracting(Entry::published)
        .containsExactly(
            Instant.parse("2026-11-21T10:00:00Z"),
            Instant.parse("2026-11-20T08:15:00Z"),
            Instant.parse("2026-11-18T12:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, text/html; charset=utf-8",
    "utf-8, text/html; charset=iso-8859-1",
    "utf-16le, text/html",
    "iso-8859-1, ''",
    "windows-1252, text/html; charset=nonsense"
  })
  void charsetLiesAreSurvived(String written, String said) {
    String sentence = "Café owner Zoë Müller said the fête cost £5 – “a bargain”.";
    String encodable = written.equals("iso-8859-1") ? sentence.replaceAll("[–“”]", "-") : sentence;
    String html =
        "<html><head><title>Fête</title></head><body><p>" + encodable + "</p></body></html>";
    Extraction page = extractor.extract(html.getBytes(Charset.forName(written)), said, ADDRESS);
    assertThat(page.text()).contains(encodable);
  }

  @Test
  void nestingAHundredThousandDeepIsRead() {
    for (String tag : List.of("div", "b", "blockquote", "table><tr><td", "ul><li", "span")) {
      Extraction page = page("<body>" + ("<" + tag + ">").repeat(100_000) + "the end");
      assertThat(page.text()).contains("the end");
    }
  }

  @Test
  void aLineOfTenMegabytesIsReadWholeAndFast() {
    String html = "<p>" + "word and more words. ".repeat(500_000) + "the end</p>";
    page(html);
    long start = System.nanoTime();
    Extraction page = page(html);
    assertThat(page.text()).endsWith("the end");
    assertThat(page.truncated()).isFalse();
    // half a second on an idle machine; ten times that where eight builds share two cores
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  @Test
  void everyCutIsSaid() {
    String paragraph =
        "<p>" + "The school was closed on Monday because of the snow. ".repeat(20) + "</p>";
    String html = paragraph.repeat(17 * 1024);
    Extraction page = page(html);
    assertThat(html.length()).isGreaterThan(16 << 20);
    assertThat(page.truncated()).isTrue();
  }

  @Test
  void aPhraseIsFoundWhereverItStandsInALongPage() {
    String paragraph =
        "<p>The governors met on Monday and spoke about the new hall, the roof and the budget.</p>";
    for (int step = 0; step < 8; step++) {
      String html =
          "<h1>Minutes</h1>"
              + paragraph.repeat(step * 200)
              + "<p>Parents of Ashcombe Primary were told that number "
              + step
              + " is closed for a week.</p>"
              + paragraph.repeat((8 - step) * 200);
      assertThat(page(html).text()).contains("number " + step + " is closed");
    }
  }

  @Test
  void rubbishGivesAnEmptyPage() {
    for (String rubbish :
        List.of(
            "", "\u0000\u0001\u0002", "<", "<html", "<![CDATA[", "]]>", "&#xD800;", "%PDF-1.7")) {
      assertThat(page(rubbish).kind()).isEqualTo(Kind.OTHER);
    }
  }
}
