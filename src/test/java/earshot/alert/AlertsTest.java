package earshot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.alert.Newsroom.Said;
import earshot.alert.letter.Letters;
import earshot.alert.outbox.Mail;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Target;
import earshot.school.Contact;
import earshot.school.Role;
import earshot.school.Schools;
import earshot.school.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final Duration TICK = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private Newsroom newsroom;

  @BeforeEach
  void open() {
    newsroom = new Newsroom(folder, NOON);
    newsroom.tell();
  }

  @AfterEach
  void close() {
    newsroom.close();
  }

  private List<Mail> alerts(String recipient) {
    List<Mail> mails =
        new ArrayList<>(
            newsroom.outbox().in(Mail.State.WAITING, 10_000).stream()
                .filter(mail -> mail.kind() == Mail.Kind.ALERT)
                .filter(mail -> mail.to().email().equals(recipient))
                .toList());
    Collections.reverse(mails);
    return mails;
  }

  private void runFor(Duration time) {
    Instant end = newsroom.now.plus(time);
    while (newsroom.now.isBefore(end)) {
      newsroom.wait(TICK);
      newsroom.tell();
    }
  }

  private static Said allegation(String text) {
    return Said.of(Severity.HIGH, text, Label.ALLEGATION);
  }

  private static final String[] WORDS =
      ("boiler roof kitchen office playground coach uniform minibus library fence window heating"
              + " money lunch register homework garden ladder bicycle pavement gate shed piano")
          .split(" ");

  /** Texts so different that each is a story of its own. */
  private static String different(int number) {
    StringBuilder text = new StringBuilder("They lied about number " + number);
    for (int i = 0; i < 12; i++) {
      text.append(' ')
          .append(WORDS[Math.floorMod(number * 31 + i * i * 7 + number / 23, WORDS.length)])
          .append(number * 13 + i);
    }
    return text.toString();
  }

  @Test
  void firstMailComesAfterHalfAMinuteAndTheNextAfterFive() {
    newsroom.post(allegation(different(1)));
    runFor(Duration.ofSeconds(20));
    assertThat(alerts(Newsroom.HEAD)).isEmpty();
    newsroom.post(allegation(different(2)));
    runFor(Duration.ofSeconds(10));
    assertThat(alerts(Newsroom.HEAD)).hasSize(1);
    assertThat(alerts(Newsroom.HEAD).getFirst().subject()).contains("2 urgent posts");

    newsroom.post(allegation(different(3)));
    runFor(Duration.ofMinutes(4));
    assertThat(alerts(Newsroom.HEAD)).hasSize(1);
    runFor(Duration.ofMinutes(1));
    assertThat(alerts(Newsroom.HEAD)).hasSize(2);
    assertThat(alerts(Newsroom.HEAD).getLast().subject()).contains("1 urgent post ");
  }

  @Test
  void onlyTheUrgentIsToldAtOnce() {
    newsroom.post(Said.of(Severity.MEDIUM, different(1), Label.DISPARAGING));
    newsroom.post(Said.of(Severity.NONE, different(2), Label.PRAISE));
    runFor(Duration.ofMinutes(10));
    assertThat(newsroom.outbox().in(Mail.State.WAITING, 10)).isEmpty();
  }

  @Test
  void stormMakesThreeMailsInItsFirstHourAndAnIncidentOfItsOwnStillAlerts() {
    int posts = 0;
    Instant start = newsroom.now;
    for (int second = 0; second < 300; second += 10) {
      List<Said> batch = new ArrayList<>();
      for (int i = 0; i < 5_000 / 30 + 1; i++) {
        batch.add(allegation(different(posts++)).under("The viral post"));
      }
      newsroom.postAll(batch);
      newsroom.wait(TICK);
      newsroom.tell();
    }
    assertThat(posts).isGreaterThanOrEqualTo(5_000);
    assertThat(alerts(Newsroom.HEAD).getFirst().created())
        .isBeforeOrEqualTo(start.plus(Duration.ofMinutes(2)));
    runFor(Duration.ofMinutes(7));

    int before = alerts(Newsroom.HEAD).size();
    newsroom.post(
        Said.of(
            Severity.CRITICAL,
            "A man waits at the gate and asks children for their number.",
            Label.CHILD_CONTACT));
    runFor(Duration.ofSeconds(40));
    assertThat(alerts(Newsroom.HEAD)).hasSize(before + 1);
    assertThat(alerts(Newsroom.LEAD)).hasSize(1);

    // the storm goes on
    while (newsroom.now.isBefore(start.plus(Duration.ofMinutes(59)))) {
      newsroom.post(allegation(different(posts++)).under("The viral post"));
      runFor(Duration.ofSeconds(30));
    }
    assertThat(alerts(Newsroom.HEAD)).hasSizeLessThanOrEqualTo(3 + 1);
    assertThat(alerts(Newsroom.HEAD).get(1).plan().sections().getFirst().keys()).hasSize(20);
    assertThat(alerts(Newsroom.HEAD).get(1).plan().sections().getFirst().more())
        .isGreaterThan(4_000);
  }

  @Test
  void stormOfCriticalPostsIsAStormToo() {
    for (int i = 0; i < 600; i++) {
      newsroom.post(Said.of(Severity.CRITICAL, different(i), Label.HARASSMENT));
      if (i % 10 == 0) {
        runFor(TICK);
      }
    }
    runFor(Duration.ofMinutes(49));
    assertThat(alerts(Newsroom.HEAD)).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void sameStoryElsewhereAndAnEditMakeOneUpdate() {
    String text =
        "The head of the parents' group says that the boiler certificate was falsified and that nobody told the parents of any child about it.";
    newsroom.post("first", allegation(text));
    runFor(Duration.ofSeconds(40));
    assertThat(alerts(Newsroom.HEAD)).hasSize(1);
    for (int i = 0; i < 10; i++) {
      newsroom.post(allegation(text));
      runFor(Duration.ofMinutes(6));
    }
    newsroom.post("first", allegation(text + " Shame."));
    runFor(Duration.ofMinutes(20));
    assertThat(alerts(Newsroom.HEAD)).hasSize(2);
    assertThat(alerts(Newsroom.HEAD).getLast().subject())
        .startsWith("[Earshot] Update: 1 more urgent post");
  }

  @Test
  void editThatMakesItWorseAlertsAnew() {
    newsroom.post("one", allegation("They hid the report from every parent of the school again."));
    runFor(Duration.ofMinutes(6));
    newsroom.post(
        "one",
        Said.of(
            Severity.CRITICAL,
            "They hid the report, and tomorrow they will pay.",
            Label.HARASSMENT));
    runFor(Duration.ofSeconds(40));
    assertThat(alerts(Newsroom.HEAD)).hasSize(2);
    assertThat(alerts(Newsroom.HEAD).getLast().subject()).contains("1 urgent post ");
  }

  @Test
  void postAboutTheHeadteacherGoesToTheTrustInstead() {
    Trust trust =
        new Trust(
            "greenmarrow",
            "Greenmarrow Learning Trust",
            List.of(),
            List.of(new Contact("Sir Colin Maybury", Role.LEADERSHIP, "ceo@greenmarrow.example")));
    newsroom.schools =
        new Schools(List.of(trust), List.of(Newsroom.thistlewick(Newsroom.contacts(), trust)));
    newsroom.post(allegation("Mrs Okafor took the money for the trip.").about(Target.STAFF));
    newsroom.post(
        allegation("Okafor Plumbing is a fraud, says the school.").about(Target.SUPPLIER));
    runFor(Duration.ofMinutes(1));
    assertThat(alerts("ceo@greenmarrow.example")).hasSize(1);
    assertThat(alerts("ceo@greenmarrow.example").getFirst().plan().sections().getFirst().keys())
        .extracting("mention")
        .containsExactly(1L);
    assertThat(alerts(Newsroom.HEAD)).hasSize(1);
    assertThat(alerts(Newsroom.HEAD).getFirst().plan().sections().getFirst().keys())
        .extracting("mention")
        .containsExactly(2L);
  }

  @Test
  void governorLearnsThatThereIsSomethingAndNoMore() {
    List<Contact> contacts = new ArrayList<>(Newsroom.contacts());
    contacts.add(new Contact("Ms Vane", Role.GOVERNOR, "chair@thistlewick.example"));
    newsroom.schools = new Schools(List.of(), List.of(Newsroom.thistlewick(contacts, null)));
    newsroom.post(
        allegation("Mrs Okafor took the money.").about(Target.STAFF).titled("Mrs Okafor"));
    runFor(Duration.ofMinutes(1));
    Mail mail = alerts("chair@thistlewick.example").getFirst();
    assertThat(mail.plan().sections()).isEmpty();
    assertThat(((Letters.Written.Ready) newsroom.letters().of(mail)).letter().toString())
        .doesNotContain("Okafor")
        .doesNotContain("money");
    assertThat(alerts(Newsroom.HEAD)).isEmpty();
  }

  @Test
  void newHeadIsToldWhatTheOldOneHasNotRead() {
    newsroom.post(allegation(different(1)));
    runFor(Duration.ofMinutes(1));
    Mail old = alerts(Newsroom.HEAD).getFirst();
    newsroom.schools =
        new Schools(
            List.of(),
            List.of(
                Newsroom.thistlewick(
                    List.of(new Contact("Mr New", Role.HEADTEACHER, "new@thistlewick.example")),
                    null)));
    assertThat(newsroom.letters().of(old)).isInstanceOf(Letters.Written.Withdrawn.class);
    newsroom.outbox().withdraw(old.id(), "gone", newsroom.now);
    runFor(Duration.ofMinutes(1));
    assertThat(alerts("new@thistlewick.example")).hasSize(1);
  }

  @Test
  void clockSetBackOrForthNeitherLosesNorRepeatsAnAlert() {
    for (int i = 0; i < 200; i++) {
      newsroom.post(allegation(different(i)));
      newsroom.tell();
      newsroom.wait(Duration.ofHours(List.of(1, -1, 24, -24, 0, -2, 3).get(i % 7)));
      newsroom.tell();
      if (i % 20 == 0) {
        newsroom.restart();
      }
      runFor(TICK);
    }
    newsroom.wait(Duration.ofDays(3));
    runFor(Duration.ofHours(2));
    List<Long> told =
        newsroom
            .database()
            .read(
                jdbc ->
                    jdbc.sql(
                            "SELECT notice FROM told WHERE recipient = ? AND mail IS NOT NULL ORDER BY notice")
                        .param(Newsroom.HEAD)
                        .query(Long.class)
                        .list());
    assertThat(told).hasSize(200).doesNotHaveDuplicates();
  }
}
