package earshot.source.page;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.Fetch;
import earshot.source.Item;
import earshot.source.Memory;
import earshot.source.Poll;
import earshot.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageReaderTest {
  private static final String PAGE = "https://marlbeck.example/talk/88";
  private final SmallWeb web = new SmallWeb();
  private final PageReader reader =
      new PageReader(web, InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
  private final Source source =
      new Source(
          "talk",
          "Marlbeck Talk",
          Source.Kind.PAGE,
          List.of(URI.create(PAGE)),
          List.of("*"),
          Duration.ofMinutes(15),
          "forum",
          null);

  private static String fixture(String name) throws IOException {
    try (InputStream page = PageReaderTest.class.getResourceAsStream(name + ".html")) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Poll.Fetched fetched(Poll poll) {
    assertThat(poll).isInstanceOf(Poll.Fetched.class);
    return (Poll.Fetched) poll;
  }

  @Test
  void eachPostOfAThreadIsAnItemWithItsThreadAsContext() throws IOException {
    web.page(PAGE, fixture("xenforo2"));
    Poll.Fetched poll = fetched(reader.poll(source, Memory.EMPTY));
    assertThat(poll.items()).hasSize(4);
    assertThat(poll.items()).extracting(Item::context).containsOnly("Ashcombe uniform letter");
    assertThat(poll.items().getFirst().nativeId())
        .isEqualTo("https://marlbeck.example/threads/ashcombe-uniform-letter.88/post-901");
  }

  @Test
  void anUnchangedPageCostsOneConditionalRequest() throws IOException {
    web.page(PAGE, fixture("xenforo2"));
    Memory memory = fetched(reader.poll(source, Memory.EMPTY)).memory();
    assertThat(reader.poll(source, memory)).isInstanceOf(Poll.Unchanged.class);
    assertThat(web.asked).hasSize(2);
    assertThat(web.bodies).hasSize(1);
  }

  @Test
  void aChangedThreadGivesOnlyItsNewPosts() throws IOException {
    String html = fixture("guestbook");
    web.page(PAGE, html);
    Memory memory = fetched(reader.poll(source, Memory.EMPTY)).memory();
    web.page(
        PAGE,
        html.replace(
            "<p><a href=\"?page=2\">",
            "<div class=\"gb-entry\"><p class=\"gb-head\"><b>Ivy</b> wrote on 18 Nov 2026 at 10:00:</p>"
                + "<p>The blazers look smart, I must say.</p></div><p><a href=\"?page=2\">"));
    assertThat(fetched(reader.poll(source, memory)).items())
        .singleElement()
        .satisfies(item -> assertThat(item.author()).isEqualTo("Ivy"))
        .satisfies(item -> assertThat(item.text()).isEqualTo("The blazers look smart, I must say."))
        .satisfies(item -> assertThat(item.nativeId()).startsWith(PAGE + "#"));
  }

  @Test
  void anEditedPostKeepsItsId() throws IOException {
    String html = fixture("phpbb3");
    web.page(PAGE, html);
    Poll.Fetched first = fetched(reader.poll(source, Memory.EMPTY));
    web.page(PAGE, html.replace("we will label it.", "we will label it. Edit: now on 6 December."));
    assertThat(fetched(reader.poll(source, first.memory())).items())
        .singleElement()
        .extracting(Item::nativeId)
        .isEqualTo(first.items().get(2).nativeId());
  }

  @Test
  void anArticleIsOneItemUnderItsCanonicalAddressAndItsCommentsFollow() throws IOException {
    web.page(
        PAGE,
        fixture("wordpress-article")
            .replace(
                "<title>",
                "<link rel=\"canonical\" href=\"https://marlbeck.example/breakfast-club/?utm_source=x\"><title>"));
    List<Item> items = fetched(reader.poll(source, Memory.EMPTY)).items();
    assertThat(items).hasSize(4);
    assertThat(items.getFirst().nativeId()).isEqualTo("https://marlbeck.example/breakfast-club/");
    assertThat(items.getFirst().title()).isEqualTo("Breakfast club opens at Ashcombe");
    assertThat(items.get(1).context()).isEqualTo("Breakfast club opens at Ashcombe");
  }

  @Test
  void aPageThatAsksNotToBeIndexedIsRefused() {
    web.page(PAGE, "<meta name=robots content='noindex, follow'><p>Private words of the parents.");
    assertThat(reader.poll(source, Memory.EMPTY))
        .isInstanceOfSatisfying(Poll.Refused.class, no -> assertThat(no.why()).contains("noindex"));
  }

  @Test
  void aShellSaysThatItNeedsScript() throws IOException {
    web.page(PAGE, fixture("shell"));
    Poll.Fetched poll = fetched(reader.poll(source, Memory.EMPTY));
    assertThat(poll.items()).isEmpty();
    assertThat(poll.notes()).singleElement().asString().contains("JavaScript");
  }

  @Test
  void aCutBodyMarksItsItems() {
    byte[] html =
        ("<h1>Minutes</h1><p>" + "The hall is to be painted in May, said the clerk. ".repeat(20))
            .getBytes(StandardCharsets.UTF_8);
    web.answer(
        PAGE, new Fetch.Body(URI.create(PAGE), null, html, true, Fetch.Validators.NONE, false));
    Poll.Fetched poll = fetched(reader.poll(source, Memory.EMPTY));
    assertThat(poll.items()).singleElement().matches(Item::truncated);
    assertThat(poll.notes()).singleElement().asString().contains("longer than what is read");
  }

  @Test
  void whatTheFetcherSaysIsHandedOn() {
    web.answer(PAGE, SmallWeb.down());
    assertThat(reader.poll(source, Memory.EMPTY))
        .isEqualTo(new Poll.Unavailable("the server did not answer", Duration.ofMinutes(5)));
    web.answer(PAGE, new Fetch.Refused("robots.txt forbids it"));
    assertThat(reader.poll(source, Memory.EMPTY))
        .isEqualTo(new Poll.Refused("robots.txt forbids it"));
    web.answer(
        PAGE,
        new Fetch.Body(
            URI.create(PAGE), "application/pdf", new byte[9], false, Fetch.Validators.NONE, false));
    assertThat(reader.poll(source, Memory.EMPTY)).isInstanceOf(Poll.Refused.class);
  }

  @Test
  void damagedMemoryIsAFirstReading() throws IOException {
    web.page(PAGE, fixture("xenforo2"));
    Memory damaged = new Memory(java.util.Map.of(PAGE, "rubbish\tof\tno\tmeaning"));
    assertThat(fetched(reader.poll(source, damaged)).items()).hasSize(4);
  }
}
