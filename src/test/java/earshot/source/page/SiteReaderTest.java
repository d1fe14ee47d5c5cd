package earshot.source.page;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.Fetch;
import earshot.source.Item;
import earshot.source.Memory;
import earshot.source.Poll;
import earshot.source.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteReaderTest {
  private static final String SITE = "https://gazette.example/";
  private static final Duration EVERY = Duration.ofMinutes(15);
  private final SmallWeb web = new SmallWeb();
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final SiteReader reader = new SiteReader(web, () -> now);

  private static Source site(String link, int depth, int pages) {
    return new Source(
        "gazette",
        "Marlbeck Gazette",
        Source.Kind.SITE,
        List.of(URI.create(SITE)),
        List.of("*"),
        EVERY,
        "news",
        new Source.Site(List.of(), link, depth, pages));
  }

  private static String story(int number) {
    return "<html lang=en-GB><head><title>Story "
        + number
        + " of the village</title><meta property=og:type content=article></head>"
        + "<body><nav><a href='/'>Home</a></nav><article><h1>Story "
        + number
        + " of the village</h1>"
        + ("<p>In week "
                + number
                + " the school council met, and its "
                + number
                + " members spoke at length about the playing field.</p>")
            .repeat(4)
        + "</article></body></html>";
  }

  private static String index(int from, int to) {
    StringBuilder html =
        new StringBuilder("<html><title>Gazette</title><body><h1>Marlbeck Gazette</h1><ul>");
    for (int i = from; i <= to; i++) {
      html.append("<li><a href='/story/")
          .append(i)
          .append("?utm_source=home'>Story ")
          .append(i)
          .append("</a>");
    }
    return html + "</ul></body></html>";
  }

  private SmallWeb stories(int from, int to) {
    for (int i = from; i <= to; i++) {
      web.page(SITE + "story/" + i, story(i));
    }
    return web;
  }

  private List<Item> items(Poll poll) {
    return poll instanceof Poll.Fetched fetched ? fetched.items() : List.of();
  }

  private static Memory memory(Poll poll) {
    return switch (poll) {
      case Poll.Fetched fetched -> fetched.memory();
      case Poll.Unchanged same -> same.memory();
      case Poll.Unavailable none -> Memory.EMPTY;
      case Poll.Refused none -> Memory.EMPTY;
    };
  }

  @Test
  void linksOfTheStartPageAreReadOnceUnderTheirPlainAddress() {
    stories(1, 3).page(SITE, index(1, 3));
    Poll poll = reader.poll(site(null, 1, 50), Memory.EMPTY);
    assertThat(items(poll))
        .extracting(Item::nativeId)
        .containsExactlyInAnyOrder(SITE + "story/1", SITE + "story/2", SITE + "story/3");
    assertThat(web.asked).doesNotHaveDuplicates();
  }

  @Test
  void aBacklogIsWorkedOffOverFollowingPollsUntilEveryPageWasRead() {
    stories(1, 130).page(SITE, index(1, 130));
    Source source = site("/story/", 1, 50);
    Memory memory = Memory.EMPTY;
    Set<String> seen = new HashSet<>();
    List<Integer> requests = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      int before = web.asked.size();
      Poll poll = reader.poll(source, memory);
      memory = memory(poll);
      items(poll).forEach(item -> assertThat(seen.add(item.nativeId())).isTrue());
      requests.add(web.asked.size() - before);
      now = now.plus(EVERY);
    }
    assertThat(seen).hasSize(130);
    assertThat(requests).allMatch(count -> count <= 50);
  }

  @Test
  void unchangedPagesAreVisitedMoreAndMoreRarelyAndSendNoBody() {
    stories(1, 5).page(SITE, index(1, 5));
    Source source = site(null, 1, 50);
    Memory memory = memory(reader.poll(source, Memory.EMPTY));
    int bodies = web.bodies.size();
    int before = web.asked.size();
    for (int round = 0; round < 96; round++) {
      now = now.plus(EVERY);
      Poll poll = reader.poll(source, memory);
      assertThat(items(poll)).isEmpty();
      memory = memory(poll);
    }
    assertThat(web.bodies).hasSize(bodies);
    // a day of polls: the start page each time, each story some seven times
    assertThat(web.asked.size() - before).isBetween(96 + 5 * 4, 96 + 5 * 9);
  }

  @Test
  void aStoryThatChangesIsANewVersionOfItself() {
    stories(1, 2).page(SITE, index(1, 2));
    Source source = site(null, 1, 50);
    Memory memory = memory(reader.poll(source, Memory.EMPTY));
    web.page(SITE + "story/2", story(2).replace("playing field", "swimming pool"));
    now = now.plus(EVERY);
    assertThat(items(reader.poll(source, memory)))
        .singleElement()
        .satisfies(item -> assertThat(item.nativeId()).isEqualTo(SITE + "story/2"))
        .satisfies(item -> assertThat(item.text()).contains("swimming pool"));
  }

  @Test
  void newsOnTheStartPageGoesBeforeAnOldBacklog() {
    stories(1, 200).page(SITE, index(1, 150));
    Source source = site(null, 1, 20);
    Memory memory = memory(reader.poll(source, Memory.EMPTY));
    web.page(SITE, index(1, 151));
    now = now.plus(EVERY);
    assertThat(items(reader.poll(source, memory)))
        .extracting(Item::nativeId)
        .contains(SITE + "story/151");
  }

  @Test
  void sitemapsAreFollowedNewestFirst() {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
    for (int i = 1; i <= 60; i++) {
      xml.append("<url><loc>")
          .append(SITE)
          .append("story/")
          .append(i)
          .append("</loc><lastmod>2026-")
          .append(i <= 30 ? "01" : "11")
          .append("-")
          .append("%02d".formatted((i - 1) % 20 + 1))
          .append("</lastmod></url>");
    }
    stories(1, 60).page(SITE, "<h1>Gazette</h1>").sitemap(SITE + "sitemap.xml", xml + "</urlset>");
    List<Item> first = items(reader.poll(site(null, 0, 31), Memory.EMPTY));
    assertThat(first).hasSize(30);
    assertThat(first)
        .allMatch(item -> Integer.parseInt(item.nativeId().replaceAll("\\D", "")) > 30);
  }

  @Test
  void aSitemapIndexLeadsToItsSitemaps() {
    stories(1, 2)
        .page(SITE, "<h1>Gazette</h1>")
        .sitemap(
            SITE + "sitemap.xml",
            "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>"
                + SITE
                + "a.xml</loc></sitemap></sitemapindex>")
        .page(
            SITE + "a.xml",
            "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>"
                + SITE
                + "story/1</loc></url><url><loc>"
                + SITE
                + "story/2</loc></url></urlset>");
    assertThat(items(reader.poll(site(null, 0, 50), Memory.EMPTY))).hasSize(2);
  }

  @Test
  void anEndlessCalendarStopsByItself() {
    web.page(SITE, "<h1>Hall</h1><a href='/diary?y=2026&m=11'>Diary</a>")
        .endless(
            address ->
                address.contains("/diary")
                    ? "<h1>Diary</h1><a href='/diary?y=2026&m="
                        + address.hashCode()
                        + "'>next</a><a href='/diary?y=2027&m="
                        + address.length()
                        + address.hashCode()
                        + "'>later</a>"
                    : null);
    Source source = site(null, 2, 50);
    Memory memory = Memory.EMPTY;
    for (int round = 0; round < 10; round++) {
      memory = memory(reader.poll(source, memory));
      now = now.plus(EVERY);
    }
    assertThat(new HashSet<>(web.asked)).hasSizeLessThan(40);
  }

  @Test
  void loopsOfPathSegmentsAreNotEntered() {
    web.page(SITE, "<h1>Hall</h1><a href='/a/b/'>in</a>")
        .endless(
            address -> "<h1>Hall</h1><a href='b/'>in</a><a href='" + address + "a/b/'>deeper</a>");
    reader.poll(site(null, 2, 50), Memory.EMPTY);
    assertThat(web.asked).allMatch(address -> address.split("/b").length < 4);
  }

  @Test
  void aPageThatFailsIsNotedAndTriedLaterAndSpoilsNothing() {
    stories(1, 3).page(SITE, index(1, 3)).answer(SITE + "story/2", SmallWeb.down());
    Source source = site(null, 1, 50);
    Poll poll = reader.poll(source, Memory.EMPTY);
    assertThat(items(poll)).hasSize(2);
    assertThat(((Poll.Fetched) poll).notes())
        .anyMatch(note -> note.startsWith(SITE + "story/… could not be read"))
        .noneMatch(note -> note.contains("story/2"));
    web.answer(SITE + "story/2", web.get(URI.create(SITE + "story/1"), Fetch.Validators.NONE));
    now = now.plus(EVERY);
    assertThat(web.asked).filteredOn(each -> each.endsWith("story/2")).hasSize(1);
    now = now.plus(Duration.ofHours(1));
    reader.poll(source, memory(poll));
    assertThat(web.asked).filteredOn(each -> each.endsWith("story/2")).hasSize(2);
  }

  @Test
  void aDeadSiteIsUnavailable() {
    web.answer(SITE, SmallWeb.down());
    assertThat(reader.poll(site(null, 1, 50), Memory.EMPTY)).isInstanceOf(Poll.Unavailable.class);
  }

  @Test
  void otherHostsFilesAndUnwantedLinksAreNotFollowed() {
    web.page(
        SITE,
        "<h1>G</h1><a href='https://elsewhere.example/story/1'>a</a><a href='/story/1'>b</a><a href='/sport/1'>c</a><a href='/story/map.pdf'>d</a><a rel=nofollow href='/story/9'>e</a>");
    stories(1, 1);
    reader.poll(site("/story/", 2, 50), Memory.EMPTY);
    assertThat(web.asked).containsExactly(SITE, SITE + "story/1");
  }

  @Test
  void pagesThatAskNotToBeIndexedGiveNoItem() {
    stories(1, 2).page(SITE, index(1, 2));
    web.page(
        SITE + "story/1", story(1).replace("<head>", "<head><meta name=robots content=noindex>"));
    assertThat(items(reader.poll(site(null, 1, 50), Memory.EMPTY)))
        .extracting(Item::nativeId)
        .containsExactly(SITE + "story/2");
  }

  @Test
  void twoAddressesOfOnePageAreOneItem() {
    stories(1, 1).page(SITE, "<h1>G</h1><a href='/story/1'>a</a><a href='/print/1'>b</a>");
    web.page(
        SITE + "print/1", story(1).replace("<head>", "<head><link rel=canonical href='/story/1'>"));
    assertThat(items(reader.poll(site(null, 1, 50), Memory.EMPTY))).hasSize(1);
  }

  @Test
  void teasersOfTheSameHostAreFollowedNotKept() {
    StringBuilder list = new StringBuilder("<html><title>News</title><body><h1>News</h1>");
    for (int i = 1; i <= 4; i++) {
      list.append("<article><h2><a href='/story/")
          .append(i)
          .append("'>Story ")
          .append(i)
          .append(" of the village</a></h2><time>")
          .append(i)
          .append(
              " November 2026</time><p>The school council met and spoke about many things.</p></article>");
    }
    stories(1, 4).page(SITE, list.toString());
    assertThat(items(reader.poll(site(null, 1, 50), Memory.EMPTY)))
        .hasSize(4)
        .allSatisfy(item -> assertThat(item.text()).contains("playing field"));
  }
}
