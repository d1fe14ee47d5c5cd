package earshot.listen;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.alert.Telling;
import earshot.config.Problems;
import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.Severity;
import earshot.source.Item;
import earshot.source.Memory;
import earshot.source.Poll;
import earshot.source.Source;
import earshot.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ListenerTest {
  private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
  private boolean broken = true;
  private final Judge calm =
      (post, school) -> {
        if (broken && post.text().contains("poison")) {
          throw new IllegalStateException("cannot be judged: " + post.text());
        }
        return new Judgement(
            true, 1, Set.of(), Set.of(), Map.of(), Severity.NONE, List.of(), List.of(), List.of());
      };

  @TempDir private Path folder;
  private Database database;
  private Configuration configuration;
  private Source source;
  private Listener listener;
  private final Deque<Poll> polls = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    writeConfig(folder.resolve("config"));
    Problems problems = new Problems();
    configuration = Configuration.read(folder.resolve("config"), Map.of(), problems);
    assertThat(problems.all()).isEmpty();
    database = Database.open(folder.resolve("earshot.db"));
    source = configuration.sources().getFirst();
    listener =
        new Listener(
            new Listener.Parts(
                database,
                () -> configuration,
                Map.of(Source.Kind.FEED, (from, memory) -> polls.removeFirst()),
                calm,
                this::tell,
                () -> NOW));
  }

  private void tell(JdbcClient transaction, Finding finding, Telling.Change change) {
    if (finding.mention().text().contains("untold")) {
      throw new IllegalStateException("cannot be told: " + finding.mention().text());
    }
    told.add(change + " " + finding.mention().text());
  }

  @AfterEach
  void close() {
    database.close();
  }

  static void writeConfig(Path config) throws IOException {
    for (String sub : List.of("schools", "sources", "keywords")) {
      Files.createDirectories(config.resolve(sub));
    }
    Files.writeString(
        config.resolve("earshot.yaml"),
        "data: ../data\ncontact:\n  url: https://vale.example\n  mail: it@vale.example\n");
    Files.writeString(config.resolve("schools/vale.yaml"), "name: Kestrel Vale Academy\n");
    Files.writeString(
        config.resolve("sources/web.yaml"),
        "sources:\n  - id: talk\n    url: https://talk.example/feed\n    every: 30 min\n");
    Files.writeString(config.resolve("keywords/names.txt"), "list: names\nvale\n");
    Files.writeString(config.resolve("keywords/noise.txt"), "list: noise\nkind: ignore\ninn\n");
  }

  private static Item item(String id, String url, String text) {
    return new Item(id, url, "", "someone", "", text, "en", NOW, null, false);
  }

  private Listener.Heard hear(Item... items) {
    polls.add(new Poll.Fetched(List.of(items), new Memory(Map.of("read", "yes")), List.of()));
    return listener.listen(source);
  }

  private List<Finding> findings() {
    return database.read(jdbc -> new Findings().after(jdbc, 0, 100));
  }

  @Test
  void onlyWhatMatchesIsKept() {
    Listener.Heard heard = hear(item("1", null, "the vale"), item("2", null, "the weather"));
    assertThat(heard.found()).isOne();
    assertThat(findings()).extracting(f -> f.mention().text()).containsExactly("the vale");
    assertThat(told).containsExactly("FOUND the vale");
  }

  @Test
  void anEditIsANewVersionOfTheSameMention() {
    hear(item("1", "https://talk.example/1", "the vale"));
    Listener.Heard heard = hear(item("1", "https://talk.example/1", "nothing to see"));
    assertThat(heard.edited()).isOne();
    assertThat(findings()).hasSize(1);
    assertThat(findings().getFirst().mention().version()).isEqualTo(2);
    assertThat(told).containsExactly("FOUND the vale", "EDITED nothing to see");
  }

  @Test
  void theSameAddressWithOtherTrackingIsTheSameMention() {
    hear(item("1", "https://talk.example/1?utm_source=a", "the vale"));
    Listener.Heard heard = hear(item("2", "http://talk.example/1?fbclid=b#top", "the vale"));
    assertThat(heard.found()).isZero();
    assertThat(findings()).hasSize(1);
    assertThat(told).hasSize(1);
  }

  @Test
  void theSameTextElsewhereJoinsItsStory() {
    String text =
        "the head of the vale has announced that the gate will be painted green in the spring";
    hear(
        item("1", "https://a.example/1", text),
        item("2", "https://b.example/2", text + " at last"));
    assertThat(findings()).extracting(f -> f.mention().story()).containsExactly(1L, 1L);
  }

  @Test
  void oneBadItemNeverSpoilsABatch() {
    Listener.Heard heard =
        hear(
            item("1", null, "vale poison"),
            item("2", null, "vale \uD800\u0000 half"),
            item("3", null, "vale"));
    assertThat(heard.found()).isEqualTo(2);
    SourceState state = database.read(jdbc -> new SourceStates().one(jdbc, "talk")).orElseThrow();
    assertThat(state.notes()).singleElement().asString().contains("could not be judged");
  }

  /** What is told of a post that cannot be judged; and the reader gives it again until then. */
  private String noteAfter(Item... items) {
    hear(items);
    return String.join("\n", state().notes());
  }

  private SourceState state() {
    return database.read(jdbc -> new SourceStates().one(jdbc, "talk")).orElseThrow();
  }

  private Map<String, String> memory() {
    return database.read(jdbc -> new SourceStates().memory(jdbc, "talk")).entries();
  }

  @Test
  void whatCouldNotBeJudgedOnceIsKeptAtTheNextPoll() {
    Item bad = item("1", "https://talk.example/tilda-wrenfield-fell", "vale poison");
    Item good = item("2", null, "vale");
    broken = true;
    assertThat(noteAfter(bad, good))
        .isEqualTo(
            "1 post of talk.example could not be judged or kept; it is tried again at the next"
                + " poll.");
    assertThat(memory()).isEmpty();
    assertThat(told).containsExactly("FOUND vale");
    broken = false;
    assertThat(noteAfter(bad, good)).isEmpty();
    assertThat(memory()).isNotEmpty();
    assertThat(told).containsExactly("FOUND vale", "FOUND vale poison");
  }

  @Test
  void whatCanNeverBeJudgedIsGivenUpAfterThreePolls() {
    Item bad = item("1", "https://talk.example/tilda-wrenfield-fell", "vale poison");
    broken = true;
    for (int poll = 1; poll < 3; poll++) {
      assertThat(noteAfter(bad, item("2", null, "vale"))).contains("tried again at the next poll");
      assertThat(memory()).isEmpty();
    }
    assertThat(noteAfter(bad, item("3", null, "vale again")))
        .isEqualTo(
            "1 post of talk.example could not be judged or kept in 3 polls and is left out.");
    assertThat(memory()).isNotEmpty();
    assertThat(told).containsExactly("FOUND vale", "FOUND vale again");
  }

  @Test
  void whatWasGivenUpIsNotTriedWhileAnotherWaits() {
    Item bad = item("1", "https://talk.example/1", "vale poison");
    Item late = item("2", "https://blog.example/2", "vale poison too");
    broken = true;
    hear(bad);
    hear(bad);
    assertThat(noteAfter(bad, late)).contains("talk.example", "left out", "blog.example", "again");
    assertThat(memory()).isEmpty();
    broken = false;
    assertThat(noteAfter(bad, late)).contains("left out").doesNotContain("again");
    assertThat(told).containsExactly("FOUND vale poison too");
    assertThat(memory()).isNotEmpty();
  }

  @Test
  void whatCouldNotBeKeptIsTriedAgainToo() {
    Item bad = item("1", "https://talk.example/tilda-wrenfield-fell", "vale, but untold");
    assertThat(noteAfter(bad, item("2", null, "vale")))
        .contains("1 post of talk.example", "tried again")
        .doesNotContain("tilda");
    assertThat(told).containsExactly("FOUND vale");
    assertThat(findings()).hasSize(1);
    assertThat(memory()).isEmpty();
  }

  @Test
  void memoryAndMentionsAreKeptTogether() {
    hear(item("1", null, "vale"));
    assertThat(database.read(jdbc -> new SourceStates().memory(jdbc, "talk")).entries())
        .containsEntry("read", "yes");
  }

  @Test
  void aFailedPollKeepsTheMemoryAndIsCounted() {
    hear(item("1", null, "vale"));
    polls.add(new Poll.Unavailable("The server does not answer.", null));
    listener.listen(source);
    SourceState state = database.read(jdbc -> new SourceStates().one(jdbc, "talk")).orElseThrow();
    assertThat(state.failures()).isOne();
    assertThat(state.lastGood()).isEqualTo(NOW);
    assertThat(state.detail()).isEqualTo("The server does not answer.");
    assertThat(database.read(jdbc -> new SourceStates().memory(jdbc, "talk")).entries())
        .isNotEmpty();
  }

  @Test
  void aReplyUnderATitleThatNamesTheSchoolIsHeard() {
    Item reply =
        new Item("9", null, "", "someone", "The Vale again", "what a mess", null, NOW, null, false);
    assertThat(hear(reply).found()).isOne();
    assertThat(findings().getFirst().matched())
        .containsExactly(new Finding.Matched("names", "vale", 0, 0));
  }

  @Test
  void anArticleAddsToItsTeaserAndIsNotCutBack() {
    hear(item("1", "https://a.example/1", "the vale wins."));
    assertThat(hear(item("2", "https://a.example/1", "the vale wins. More of it.")).edited())
        .isOne();
    assertThat(hear(item("3", "https://a.example/1", "the vale wins.")).edited()).isZero();
  }

  @Test
  void whatIsIgnoredIsIgnoredUnderAnyTitle() {
    Item reply =
        new Item("9", null, "", "someone", "The Vale again", "at the inn", null, NOW, null, false);
    assertThat(hear(reply).found()).isZero();
  }
}
