package earshot.mention;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.Item;
import earshot.source.Source;
import earshot.store.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MentionsTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final String ARTICLE =
      "Parents at Kestrel Vale Academy have raised 4,200 pounds for a new library after the old one"
          + " was flooded in January. The head thanked everybody who had baked, run, sung and sold"
          + " for it, and said the doors will open again after Easter.";
  private static final String TEASER =
      "Parents at Kestrel Vale Academy have raised 4,200 pounds for a new library after the old one"
          + " was flooded in January. …";

  @TempDir private Path folder;
  private Database database;
  private final Mentions mentions = new Mentions();
  private final Source feed = source("gazette-feed");
  private final Source site = source("gazette-site");

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("earshot.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Source source(String id) {
    return new Source(
        id,
        id,
        Source.Kind.FEED,
        List.of(URI.create("https://gazette.example/feed")),
        List.of("*"),
        Duration.ofMinutes(30),
        "news",
        null);
  }

  private static Item item(String id, @Nullable String url, String title, String text) {
    return new Item(id, url, title, "", "", text, "en", NOON, null, false);
  }

  private Kept keep(Source source, Item item) {
    return database.write(jdbc -> mentions.keep(jdbc, source, item, NOON));
  }

  private List<Mentions.Version> versions(Kept kept) {
    return database.read(jdbc -> mentions.versions(jdbc, kept.mention().id()));
  }

  @Test
  void whatIsMetAgainIsKnown() {
    Kept first = keep(feed, item("1", "https://gazette.example/1", "Library", ARTICLE));
    Kept again = keep(feed, item("1", "https://gazette.example/1", "Library", ARTICLE));
    assertThat(first).isInstanceOf(Kept.New.class);
    assertThat(again).isEqualTo(new Kept.Known(first.mention()));
  }

  @Test
  void theSamePageUnderOtherTrackingIsKnownAndItsSightingKept() {
    Kept first = keep(feed, item("1", "https://gazette.example/1?utm_source=rss", "", ARTICLE));
    Kept again = keep(site, item("a", "http://gazette.example/1/?fbclid=x#comments", "", ARTICLE));
    assertThat(again).isEqualTo(new Kept.Known(first.mention()));
    List<Mentions.Sighting> met =
        database.read(jdbc -> mentions.sightings(jdbc, first.mention().id()));
    assertThat(met)
        .extracting(Mentions.Sighting::source)
        .containsExactly("gazette-feed", "gazette-site");
  }

  @Test
  void anEditIsANewVersionAndTheOldOneStays() {
    keep(feed, item("1", "https://gazette.example/1", "Library", ARTICLE));
    Kept edited = keep(feed, item("1", "https://gazette.example/1", "Library opens", "Short now."));
    assertThat(edited).isInstanceOf(Kept.Edited.class);
    assertThat(edited.mention().version()).isEqualTo(2);
    assertThat(versions(edited))
        .extracting(Mentions.Version::text)
        .containsExactly(ARTICLE, "Short now.");
  }

  @Test
  void theSameTextWithoutItsTitleIsKnown() {
    Kept first = keep(feed, item("1", "https://gazette.example/1", "Library", ARTICLE));
    Kept again = keep(feed, item("1", "https://gazette.example/1", "", ARTICLE));
    assertThat(again).isEqualTo(new Kept.Known(first.mention()));
  }

  @Test
  void theArticleAddsToItsTeaser() {
    keep(feed, item("1", "https://gazette.example/1", "Library", TEASER));
    Kept whole = keep(site, item("a", "https://gazette.example/1", "Library", ARTICLE));
    assertThat(whole).isInstanceOf(Kept.Edited.class);
    assertThat(whole.mention().text()).isEqualTo(ARTICLE);
  }

  @Test
  void theTeaserNeverCutsTheArticleBack() {
    Kept whole = keep(site, item("a", "https://gazette.example/1", "Library", ARTICLE));
    Kept teaser = keep(feed, item("1", "https://gazette.example/1", "Library", TEASER));
    assertThat(teaser).isEqualTo(new Kept.Known(whole.mention()));
    assertThat(versions(whole)).hasSize(1);
  }

  @Test
  void anIdUsedAgainForAnotherPostIsAnotherMention() {
    Kept first = keep(feed, item("7", "https://gazette.example/1", "Library", ARTICLE));
    Item reused =
        item("7", "https://gazette.example/2", "Minibus", "Two pupils of Kestrel Vale were hurt.");
    Kept second = keep(feed, reused);
    assertThat(second).isInstanceOf(Kept.New.class);
    assertThat(second.mention().id()).isNotEqualTo(first.mention().id());
    assertThat(keep(feed, reused)).isEqualTo(new Kept.Known(second.mention()));
  }

  @Test
  void anArticleThatMovesToANewAddressIsStillTheSame() {
    keep(feed, item("7", "https://gazette.example/library-flood", "Library", ARTICLE));
    Kept moved =
        keep(feed, item("7", "https://gazette.example/library-saved", "Saved", ARTICLE + " Well!"));
    assertThat(moved).isInstanceOf(Kept.Edited.class);
  }

  @Test
  void postsThatShareOneAddressAreNotOneMention() {
    String thread = "https://talk.example/thread-5";
    Kept one = keep(feed, item("p1", thread, "", "Kestrel Vale was lovely to our son."));
    Kept two = keep(feed, item("p2", thread, "", "Nobody at Kestrel Vale ever rings back."));
    assertThat(two).isInstanceOf(Kept.New.class);
    assertThat(two.mention().id()).isNotEqualTo(one.mention().id());
  }

  @Test
  void aDateNobodyCanBelieveIsTheTimeItWasMet() {
    for (String date : List.of("1970-01-01T00:00:00Z", "2099-01-01T00:00:00Z")) {
      Item odd =
          new Item(
              date,
              null,
              "",
              "",
              "",
              date + " at the vale",
              "en",
              Instant.parse(date),
              null,
              false);
      assertThat(keep(feed, odd).mention().published()).isEqualTo(NOON);
    }
  }

  @Test
  void theSameTextInAnotherPlaceJoinsTheStoryAndKeepsItsOwnMention() {
    Kept first = keep(feed, item("1", "https://gazette.example/1", "Library", ARTICLE));
    Kept copied = keep(site, item("9", "https://echo.example/a", "Books back", "Echo: " + ARTICLE));
    Kept teaser = keep(site, item("8", "https://digest.example/b", "In brief", TEASER));
    Kept other = keep(site, item("6", "https://echo.example/c", "", "A fox sat on the pitch."));
    assertThat(copied.mention().story()).isEqualTo(first.mention().story());
    assertThat(teaser.mention().story()).isEqualTo(first.mention().story());
    assertThat(other.mention().story()).isEqualTo(other.mention().id());
    List<Mention> told = database.read(jdbc -> mentions.story(jdbc, first.mention().story()));
    assertThat(told)
        .extracting(Mention::id)
        .containsExactly(first.mention().id(), copied.mention().id(), teaser.mention().id());
  }

  @Test
  void headlinesWithoutTextAreOneStoryOnlyWhenTheyAreTheSame() {
    Kept one = keep(feed, item("1", null, "Kestrel Vale wins the cup", ""));
    Kept two = keep(feed, item("2", null, "Kestrel Vale loses its roof", ""));
    Kept same = keep(site, item("3", null, "Kestrel Vale wins the cup!", ""));
    assertThat(two.mention().story()).isNotEqualTo(one.mention().story());
    assertThat(same.mention().story()).isEqualTo(one.mention().story());
  }

  @Test
  void signsWithoutWordsAreOneStoryOnlyWhenTheyAreTheSame() {
    Kept one = keep(feed, item("1", null, "", "😀"));
    assertThat(keep(feed, item("2", null, "", "😡")).mention().story())
        .isNotEqualTo(one.mention().story());
  }
}
