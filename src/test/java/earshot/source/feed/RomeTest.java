package earshot.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.SyndFeedOutput;
import com.rometools.rome.io.XmlReader;
import earshot.source.Item;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rome as the oracle: of feeds that Rome writes, and can read, we read the same. */
class RomeTest {
  private static final String[] WORDS = {
    "Marlbeck",
    "school",
    "gates",
    "café",
    "“closed”",
    "£5",
    "&",
    "<",
    ">",
    "'",
    "Ωmega",
    "学校",
    "🙂",
    "it's",
    "a&b",
    "&amp;",
    "]]>"
  };

  private final Random random = new Random(5);

  private String words(int most) {
    List<String> words = new ArrayList<>();
    for (int count = 1 + random.nextInt(most); count > 0; count--) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return String.join(" ", words);
  }

  private SyndFeed feed(String type) {
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType(type);
    feed.setTitle("Gazette");
    feed.setLink("https://gazette.example/");
    feed.setDescription("News");
    feed.setLanguage("en");
    List<SyndEntry> entries = new ArrayList<>();
    for (int number = 0; number < 15; number++) {
      SyndEntryImpl entry = new SyndEntryImpl();
      // no reference and no end tag: what RSS leaves open is not what is asked here
      entry.setTitle(words(8).replace("&amp;", "and"));
      entry.setUri("https://gazette.example/id/" + number);
      entry.setLink("https://gazette.example/" + number + "?a=1&b=" + random.nextInt(100));
      entry.setAuthor("Ann " + number);
      Instant published = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(50_000_000));
      entry.setPublishedDate(Date.from(published));
      entry.setUpdatedDate(Date.from(published.plusSeconds(60)));
      SyndContentImpl text = new SyndContentImpl();
      text.setType("text/plain");
      text.setValue(words(30).replace("&amp;", "and"));
      entry.setDescription(text);
      entries.add(entry);
    }
    feed.setEntries(entries);
    return feed;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rss_0.9",
        "rss_0.91N",
        "rss_0.91U",
        "rss_0.92",
        "rss_0.93",
        "rss_0.94",
        "rss_1.0",
        "rss_2.0",
        "atom_0.3",
        "atom_1.0"
      })
  void titlesLinksAndDatesAreTheSame(String type) throws Exception {
    for (String charset : List.of("UTF-8", "UTF-16", "windows-1252", "gb18030")) {
      SyndFeed written = feed(type);
      written.setEncoding(charset);
      byte[] bytes = new SyndFeedOutput().outputString(written).getBytes(Charset.forName(charset));
      SyndFeedInput input = new SyndFeedInput();
      input.setAllowDoctypes(true); // its own 0.91 has one
      SyndFeed theirs = input.build(new XmlReader(new ByteArrayInputStream(bytes)));
      List<Item> ours = ((ParsedFeed.Feed) FeedParser.parse(bytes, null, null)).items();
      assertThat(ours).extracting(Item::title).isEqualTo(titles(theirs));
      assertThat(ours).extracting(Item::url).isEqualTo(links(theirs));
      assertThat(ours).extracting(Item::published).isEqualTo(dates(theirs));
    }
  }

  /** In Atom 0.3, Rome gives plain titles with references in them; that is its fault, not ours. */
  private static List<String> titles(SyndFeed feed) {
    boolean escaped = feed.getFeedType().equals("atom_0.3");
    return feed.getEntries().stream()
        .map(SyndEntry::getTitle)
        .map(title -> escaped ? Parser.unescapeEntities(title, false) : title)
        .toList();
  }

  private static List<String> links(SyndFeed feed) {
    return feed.getEntries().stream().map(SyndEntry::getLink).toList();
  }

  private static List<Instant> dates(SyndFeed feed) {
    List<Instant> dates = new ArrayList<>();
    for (SyndEntry entry : feed.getEntries()) {
      dates.add(entry.getPublishedDate() == null ? null : entry.getPublishedDate().toInstant());
    }
    return dates;
  }
}
