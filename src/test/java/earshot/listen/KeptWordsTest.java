package earshot.listen;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.config.Problems;
import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Mask;
import earshot.judge.Post;
import earshot.judge.Severity;
import earshot.judge.Span;
import earshot.mention.Mentions;
import earshot.school.School;
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

/** A child's name stays masked in the words that are kept, whichever words a source brought. */
class KeptWordsTest {
  private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
  private static final String NAME = "Tilda Wrenfield";
  private static final String ADDRESS = "https://paper.example/1";

  @TempDir private Path folder;
  private Database database;
  private Configuration configuration;
  private Listener listener;
  private final Deque<Poll> polls = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> aided = new ArrayList<>();

  /** Marks the name wherever it stands, and notes what would be shown to a second reader. */
  private final class Naming implements Judge {
    @Override
    public Judgement judge(Post post, School school) {
      aided.add(post.text());
      return naming(post);
    }

    @Override
    public Judge unaided() {
      return (post, school) -> naming(post);
    }
  }

  private static Judgement naming(Post post) {
    List<Span> named = new ArrayList<>();
    for (int at = post.text().indexOf(NAME); at >= 0; at = post.text().indexOf(NAME, at + 1)) {
      named.add(new Span(at, at + NAME.length()));
    }
    Set<Label> labels = named.isEmpty() ? Set.of() : Set.of(Label.IDENTIFIES_PUPIL);
    Severity severity = named.isEmpty() ? Severity.NONE : Severity.HIGH;
    return new Judgement(
        true, 1, Set.of(), labels, Map.of(), severity, List.of(), named, List.of());
  }

  @BeforeEach
  void open() throws IOException {
    Path config = folder.resolve("config");
    ListenerTest.writeConfig(config);
    Files.writeString(config.resolve("schools/moor.yaml"), "name: Kestrel Moor Academy\n");
    Files.writeString(
        config.resolve("sources/web.yaml"),
        """
        sources:
          - id: talk
            url: https://talk.example/feed
            every: 30 min
            schools: [vale]
          - id: paper
            url: https://paper.example/feed
            every: 30 min
            schools: [moor]
        """);
    Files.writeString(config.resolve("keywords/names.txt"), "list: names\nschools: vale\nvale\n");
    Files.writeString(config.resolve("keywords/moor.txt"), "list: moor\nschools: moor\nmoor\n");
    Problems problems = new Problems();
    configuration = Configuration.read(config, Map.of(), problems);
    assertThat(problems.all()).isEmpty();
    database = Database.open(folder.resolve("earshot.db"));
    listener =
        new Listener(
            new Listener.Parts(
                database,
                () -> configuration,
                Map.of(Source.Kind.FEED, (from, memory) -> polls.removeFirst()),
                new Naming(),
                (transaction, finding, change) -> told.add(finding.school() + " " + change),
                () -> NOW));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Source source(String id) {
    return configuration.source(id).orElseThrow();
  }

  private static Item item(String id, String title, String text) {
    return new Item(id, ADDRESS, title, "someone", "", text, "en", NOW, null, false);
  }

  private Listener.Heard hear(String source, Item item) {
    polls.add(new Poll.Fetched(List.of(item), Memory.EMPTY, List.of()));
    return listener.listen(source(source));
  }

  private Finding finding(String school) {
    return database.read(jdbc -> new Findings().one(jdbc, 1, school)).orElseThrow();
  }

  private static String shown(Finding finding) {
    return Mask.hide(finding.searched(), finding.judgement().pupil());
  }

  @Test
  void anEditWithoutATitleIsJudgedUnderTheTitleThatIsKept() {
    hear("talk", item("1", "Sports day at the vale", NAME + " won."));
    hear("talk", item("1", "", "Poor " + NAME + " fell at the vale."));
    assertThat(shown(finding("vale")))
        .isEqualTo("Sports day at the vale\nPoor *T███ fell at the vale.");
    assertThat(finding("vale").matched())
        .extracting(match -> finding("vale").searched().substring(match.start(), match.end()))
        .containsExactly("vale", "vale");
  }

  @Test
  void aTeaserOfWhatIsKnownIsJudgedAsTheWholeThatIsKept() {
    hear("talk", item("1", "", "At the vale, and on the moor, they say that " + NAME + " fell."));
    hear("paper", item("a", "", "On the moor " + NAME + " fell …"));
    assertThat(shown(finding("moor")))
        .isEqualTo("At the vale, and on the moor, they say that *T███ fell.");
    assertThat(told).containsExactly("vale FOUND", "moor FOUND");
  }

  @Test
  void anEditIsJudgedForEachSchoolThatHasTheMentionWhateverSourceBringsIt() {
    hear("talk", item("1", "", "Somebody fell at the vale."));
    Listener.Heard heard =
        hear("paper", item("a", "", "On the moor we hear: " + NAME + " fell at the vale."));
    assertThat(shown(finding("vale"))).isEqualTo("On the moor we hear: *T███ fell at the vale.");
    assertThat(finding("vale").judgement().severity()).isEqualTo(Severity.HIGH);
    assertThat(told).containsExactlyInAnyOrder("vale FOUND", "vale EDITED", "moor FOUND");
    assertThat(heard.edited()).isOne();
  }

  @Test
  void anEditThatConcernsNoSchoolOfItsSourceIsStillKept() {
    hear("talk", item("1", "", NAME + " fell at the vale."));
    hear("paper", item("a", "", "Yesterday, we hear, " + NAME + " fell again."));
    assertThat(shown(finding("vale"))).isEqualTo("Yesterday, we hear, *T███ fell again.");
    assertThat(told).containsExactly("vale FOUND", "vale EDITED");
  }

  @Test
  void nobodyOutsideIsAskedInsideTheTransaction() {
    hear("talk", item("1", "Sports day at the vale", NAME + " won."));
    hear("talk", item("1", "", "Poor " + NAME + " fell at the vale."));
    assertThat(aided)
        .containsExactly(
            "Sports day at the vale\n" + NAME + " won.", "Poor " + NAME + " fell at the vale.");
  }

  @Test
  void noWordIsShownOfAVersionThatWasNotJudged() {
    hear("talk", item("1", "", NAME + " fell at the vale."));
    Item edit = item("1", "About " + NAME, "She, " + NAME + ", fell at the vale.");
    database.write(jdbc -> new Mentions().keep(jdbc, source("talk"), edit, NOW));
    assertThat(shown(finding("vale"))).isEqualTo("*A███");
    assertThat(finding("vale").isHidden()).isTrue();
  }
}
