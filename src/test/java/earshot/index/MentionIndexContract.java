package earshot.index;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.index.MentionIndex.Order;
import earshot.index.MentionIndex.Request;
import earshot.index.MentionIndex.Result;
import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Span;
import earshot.judge.Target;
import earshot.mention.Mentions;
import earshot.query.Evaluator;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.query.Tokens;
import earshot.source.Item;
import earshot.source.Source;
import earshot.store.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every index must do. */
abstract class MentionIndexContract {
  static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
  static final Source SOURCE =
      new Source(
          "talk",
          "Talk",
          Source.Kind.FEED,
          List.of(URI.create("https://talk.example/feed")),
          List.of("*"),
          Duration.ofMinutes(30),
          "forum",
          null);

  @TempDir Path folder;
  Database database;
  MentionIndex index;
  private int number;

  abstract MentionIndex open() throws Exception;

  @BeforeEach
  void openAll() throws Exception {
    database = Database.open(folder.resolve("earshot.db"));
    index = open();
  }

  @AfterEach
  void closeAll() {
    index.close();
    database.close();
  }

  static Judgement judgement(Set<Label> labels, List<Span> pupil) {
    return new Judgement(
        true,
        1,
        Set.of(Target.SCHOOL),
        labels,
        Map.of(),
        Severity.MEDIUM,
        List.of(),
        pupil,
        List.of());
  }

  Finding keep(String text, String school, Judgement judgement) {
    return keep(text, school, judgement, NOON.minus(Duration.ofHours(++number)));
  }

  Finding keep(String text, String school, Judgement judgement, Instant published) {
    Item item =
        new Item("p" + ++number, null, "", "someone", "", text, "en", published, null, false);
    return database.write(
        jdbc ->
            new Findings()
                .keep(
                    jdbc,
                    new Mentions().keep(jdbc, SOURCE, item, NOON).mention(),
                    school,
                    List.of(new Finding.Matched("names", "vale", 0, 1)),
                    judgement));
  }

  Result search(String query) throws QuerySyntaxException {
    return search(query, Set.of("vale", "beck"), Map.of(), false);
  }

  Result search(String query, Set<String> schools, Map<String, Set<String>> chosen, boolean pupils)
      throws QuerySyntaxException {
    index.follow();
    return index.search(
        new Request(QueryParser.parse(query), schools, chosen, Order.NEWEST, 0, 100, pupils));
  }

  static List<String> texts(Result result) {
    return result.found().stream().map(found -> found.finding().mention().text()).toList();
  }

  @Test
  void theNewestComesFirst() throws Exception {
    keep("first vale", "vale", judgement(Set.of(), List.of()));
    keep("second vale", "vale", judgement(Set.of(), List.of()));
    assertThat(texts(search("vale"))).containsExactly("first vale", "second vale");
  }

  @Test
  void nothingOfAnotherSchoolIsFoundOrCounted() throws Exception {
    keep("the vale gate", "vale", judgement(Set.of(Label.PRAISE), List.of()));
    keep("the beck gate", "beck", judgement(Set.of(Label.PRAISE), List.of()));
    Result result = search("gate", Set.of("beck"), Map.of(), true);
    assertThat(texts(result)).containsExactly("the beck gate");
    assertThat(result.facets().get("school")).containsExactly(new MentionIndex.Count("beck", 1));
    assertThat(result.facets().get("label")).containsExactly(new MentionIndex.Count("praise", 1));
  }

  @Test
  void facetsNarrowAndCount() throws Exception {
    keep("vale one", "vale", judgement(Set.of(Label.PRAISE, Label.COMPLAINT), List.of()));
    keep("vale two", "vale", judgement(Set.of(Label.PRAISE), List.of()));
    Result all = search("vale");
    assertThat(all.facets().get("label"))
        .containsExactly(
            new MentionIndex.Count("praise", 2), new MentionIndex.Count("complaint", 1));
    assertThat(all.facets().get("month")).containsExactly(new MentionIndex.Count("2026-04", 2));
    Result narrowed =
        search(
            "",
            Set.of("vale"),
            Map.of("label", Set.of("complaint"), "month", Set.of("2026-04")),
            false);
    assertThat(texts(narrowed)).containsExactly("vale one");
  }

  @Test
  void aPupilsNameIsNeitherConfirmedNorShown() throws Exception {
    String text = "well done Maisie Thornbury of Oak class at the vale";
    keep(text, "vale", judgement(Set.of(Label.IDENTIFIES_PUPIL), List.of(new Span(10, 26))));
    assertThat(search("thornbury").total()).isZero();
    assertThat(search("\"maisie thornbury\"").total()).isZero();
    assertThat(search("main*").total()).isZero();
    assertThat(search("vale").found().getFirst().excerpt())
        .isEqualTo("well done *M███ of Oak class at the vale");
    assertThat(search("thornbury", Set.of("vale"), Map.of(), true).total()).isEqualTo(1);
  }

  @Test
  void anAuthorWhoIsNotShownIsNotFound() throws Exception {
    keep("vale open", "vale", judgement(Set.of(), List.of()));
    keep("vale named", "vale", judgement(Set.of(), List.of(new Span(5, 10))));
    keep("vale known", "vale", judgement(Set.of(Label.IDENTIFIES_PUPIL), List.of()));
    keep("vale harmed", "vale", judgement(Set.of(Label.CHILD_CONTACT), List.of()));
    assertThat(texts(search("author:someone"))).containsExactly("vale open");
    assertThat(search("vale -author:someone").total()).isEqualTo(3);
  }

  @Test
  void marksStandOnTheWordsThatMatched() throws Exception {
    keep(
        "x ".repeat(300) + "the Vale's head at last " + "y ".repeat(300),
        "vale",
        judgement(Set.of(), List.of()));
    MentionIndex.Found found = search("vale").found().getFirst();
    assertThat(found.marks())
        .extracting(mark -> found.excerpt().substring(mark.start(), mark.end()))
        .containsExactly("Vale's");
    assertThat(found.excerpt()).startsWith("… ").endsWith(" …").hasSizeLessThan(400);
  }

  @Test
  void fieldsAndDatesAreFound() throws Exception {
    keep(
        "vale",
        "vale",
        judgement(Set.of(Label.BRAND), List.of()),
        Instant.parse("2026-03-29T23:30:00Z"));
    assertThat(search("label:brand severity:medium source:talk author:someone list:names").total())
        .isOne();
    // half past midnight in London, where summer time has begun that day
    assertThat(search("on:2026-03-30").total()).isOne();
    assertThat(search("until:2026-03-29").total()).isZero();
    assertThat(search("NOT label:brand").total()).isZero();
  }

  @Test
  void aChangeIsSeenAndReplacesWhatWas() throws Exception {
    Finding finding = keep("vale gate", "vale", judgement(Set.of(), List.of()));
    assertThat(search("state:new").total()).isOne();
    database.write(
        jdbc -> {
          new Findings().setState(jdbc, finding.mention().id(), "vale", "done");
          return true;
        });
    assertThat(search("state:new").total()).isZero();
    assertThat(search("state:done").total()).isOne();
  }

  @Test
  void answersEqualTheOracles() throws Exception {
    Random random = new Random(11);
    String[] words = {
      "vale",
      "Vale's",
      "head",
      "st",
      "Saint",
      "oswins",
      "#ValeFair",
      "fair",
      "thistle🌸wick",
      "café",
      "o'brien"
    };
    List<Finding> kept = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      StringBuilder text = new StringBuilder("n" + i);
      for (int j = random.nextInt(9); j >= 0; j--) {
        text.append(' ').append(words[random.nextInt(words.length)]);
      }
      kept.add(keep(text.toString(), "vale", judgement(Set.of(), List.of())));
    }
    String[] queries = {
      "vale",
      "vale*",
      "\"vale head\"",
      "head NEAR/2 vale",
      "st oswins",
      "\"saint oswins\"",
      "fair -vale",
      "valefair OR thistlewick",
      "cafe (head OR fair)",
      "=Saint",
      "=st",
      "NOT head",
      "\"head va*\"",
      "(vale OR fair) NEAR/3 (head OR st)",
      "thistle wick",
      "obrien",
      "\"vale fair\"",
      "n1*"
    };
    for (String query : queries) {
      Query parsed = QueryParser.parse(query);
      Set<String> expected = new TreeSet<>();
      for (Finding finding : kept) {
        if (new Evaluator(Tokens.of(finding.searched()), new FindingFacts(finding)).find(parsed)
            != null) {
          expected.add(finding.mention().text());
        }
      }
      index.follow();
      Set<String> found = new TreeSet<>();
      for (int from = 0; from < 200; from += 100) {
        found.addAll(
            texts(
                index.search(
                    new Request(parsed, Set.of("vale"), Map.of(), Order.BEST, from, 100, false))));
      }
      assertThat(found).as(query).isEqualTo(expected);
    }
  }
}
