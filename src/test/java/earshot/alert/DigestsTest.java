package earshot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.alert.Newsroom.Said;
import earshot.alert.outbox.Mail;
import earshot.alert.sources.Standing;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.school.School;
import earshot.school.Schools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {
  private static final ZoneId LONDON = School.LONDON;
  @TempDir private Path folder;

  private static List<Mail> digests(Newsroom newsroom, String recipient) {
    List<Mail> mails =
        new ArrayList<>(
            newsroom.outbox().in(Mail.State.WAITING, 10_000).stream()
                .filter(mail -> mail.kind() == Mail.Kind.DIGEST)
                .filter(mail -> mail.to().email().equals(recipient))
                .toList());
    Collections.reverse(mails);
    return mails;
  }

  private static School at(String digestAt) {
    School school = Newsroom.thistlewick(Newsroom.contacts(), null);
    return new School(
        school.id(),
        school.name(),
        school.aliases(),
        school.places(),
        school.staff(),
        "",
        null,
        List.of(),
        LONDON,
        LocalTime.parse(digestAt),
        school.contacts());
  }

  @Test
  void oneMomentADayFrom2026To2030EvenWhereTheClocksSkipOrRepeatIt() {
    for (String time : List.of("00:00", "00:59", "01:00", "01:30", "01:59", "02:00", "07:00")) {
      School school = at(time);
      Instant last = null;
      LocalDate day = LocalDate.of(2026, 1, 1);
      for (; day.getYear() <= 2030; day = day.plusDays(1)) {
        Instant moment = DigestDay.time(school, day);
        assertThat(DigestDay.due(school, moment)).isEqualTo(day);
        assertThat(DigestDay.due(school, moment.minusMillis(1))).isEqualTo(day.minusDays(1));
        if (last != null) {
          assertThat(Duration.between(last, moment))
              .isBetween(Duration.ofHours(22), Duration.ofHours(26));
        }
        last = moment;
      }
    }
  }

  @Test
  void everyLocalDayAroundAClockChangeHasOneDigestThroughRestarts() throws IOException {
    Random random = new Random(26);
    ZoneOffsetTransition change =
        LONDON.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z"));
    for (; change.getDateTimeBefore().getYear() <= 2030; change = next(change)) {
      LocalDate day = change.getDateTimeBefore().toLocalDate();
      Instant start = day.minusDays(2).atTime(12, 0).atZone(LONDON).toInstant();
      Path own = Files.createDirectory(folder.resolve(day.toString()));
      try (Newsroom newsroom = new Newsroom(own, start)) {
        newsroom.schools = new Schools(List.of(), List.of(at("01:30")));
        while (newsroom.now.isBefore(start.plus(Duration.ofDays(4)))) {
          newsroom.tell();
          if (random.nextInt(20) == 0) {
            newsroom.restart();
            newsroom.tell();
          }
          newsroom.wait(Duration.ofMinutes(15 + random.nextInt(40)));
        }
        assertThat(digests(newsroom, Newsroom.HEAD))
            .extracting(mail -> mail.created().atZone(LONDON).toLocalDate())
            .containsExactly(day.minusDays(1), day, day.plusDays(1), day.plusDays(2));
      }
    }
  }

  private static ZoneOffsetTransition next(ZoneOffsetTransition change) {
    return LONDON.getRules().nextTransition(change.getInstant());
  }

  @Test
  void clockThatJumpsByADaySendsNoDigestTwiceAndLeavesNothingOut() {
    try (Newsroom newsroom = new Newsroom(folder, Instant.parse("2026-06-01T12:00:00Z"))) {
      newsroom.tell();
      int posts = 0;
      for (int step = 0; step < 400; step++) {
        newsroom.post(
            Said.of(
                Severity.LOW,
                "Post " + posts++ + " " + new Random(step).nextLong(),
                Label.COMPLAINT));
        newsroom.tell();
        newsroom.wait(Duration.ofMinutes(30));
        if (step % 37 == 0) {
          newsroom.wait(Duration.ofDays(step % 2 == 0 ? 1 : -1));
        }
        if (step % 41 == 0) {
          newsroom.wait(Duration.ofHours(step % 2 == 0 ? 1 : -1));
        }
      }
      newsroom.wait(Duration.ofDays(2));
      newsroom.tell();
      newsroom.wait(Duration.ofMinutes(20));
      newsroom.tell();
      List<Mail> digests = digests(newsroom, Newsroom.HEAD);
      List<String> days =
          newsroom
              .database()
              .read(jdbc -> jdbc.sql("SELECT day FROM digest").query(String.class).list());
      assertThat(days).doesNotHaveDuplicates();
      assertThat(digests).hasSize(days.size() - 1); // the first day is only noted
      List<Long> told =
          digests.stream()
              .flatMap(mail -> mail.plan().sections().stream())
              .flatMap(section -> section.keys().stream())
              .map(key -> key.mention())
              .toList();
      assertThat(told).hasSize(posts).doesNotHaveDuplicates();
    }
  }

  @Test
  void digestIsSentWhenNothingWasFoundAndNamesWhatIsUnread() {
    Instant monday = Instant.parse("2026-03-02T12:00:00Z");
    try (Newsroom newsroom = new Newsroom(folder, monday)) {
      Instant tuesday = Instant.parse("2026-03-03T09:00:00Z");
      newsroom.sources =
          Stream.concat(
                  Stream.generate(
                          () ->
                              new Standing("Source", Instant.parse("2026-03-06T06:50:00Z"), false))
                      .limit(9),
                  Stream.of(new Standing("Marlbeck Forum", tuesday, true)))
              .toList();
      for (int i = 0; i < 24 * 4; i++) {
        newsroom.tell();
        newsroom.wait(Duration.ofHours(1));
      }
      newsroom.tell();
      Mail mail = digests(newsroom, Newsroom.HEAD).getLast();
      assertThat(mail.created()).isEqualTo(Instant.parse("2026-03-06T07:00:00Z"));
      assertThat(mail.subject())
          .isEqualTo("[Earshot] Thistlewick Primary School: nothing new, 6 March 2026");
      assertThat(mail.plan().opening())
          .containsExactly(
              "Nothing new. 9 of 10 sources read; Marlbeck Forum unread since Tuesday.");
      assertThat(digests(newsroom, Newsroom.OFFICE)).hasSize(4);
      assertThat(digests(newsroom, Newsroom.LEAD)).isEmpty();
    }
  }

  @Test
  void afterThreeWeeksOffThereIsOneDigestThatSaysSo() {
    try (Newsroom newsroom = new Newsroom(folder, Instant.parse("2026-03-02T12:00:00Z"))) {
      newsroom.tell();
      newsroom.wait(Duration.ofDays(21));
      newsroom.restart();
      for (int i = 0; i < 60; i++) {
        newsroom.tell();
        newsroom.wait(Duration.ofMinutes(1));
      }
      List<Mail> digests = digests(newsroom, Newsroom.HEAD);
      assertThat(digests).hasSize(1);
      assertThat(digests.getFirst().plan().opening())
          .anyMatch(
              sentence ->
                  sentence.startsWith(
                      "Earshot was off from 2 March 2026, 12:00 to 23 March 2026, 12:00, 21 days."));
    }
  }

  @Test
  void digestGroupsByGravityAndCountsAStoryOnce() {
    try (Newsroom newsroom = new Newsroom(folder, Instant.parse("2026-03-02T12:00:00Z"))) {
      newsroom.tell();
      String story =
          "The coach company that the school uses was late for the third time this term and nobody told the parents.";
      newsroom.post(Said.of(Severity.LOW, story, Label.COMPLAINT));
      newsroom.post(Said.of(Severity.LOW, story, Label.COMPLAINT));
      newsroom.post(
          Said.of(Severity.NONE, "A lovely fair on the green, thank you all.", Label.PRAISE));
      newsroom.post(
          Said.of(Severity.MEDIUM, "What a shower they are, the lot of them.", Label.DISPARAGING));
      newsroom.post(
          Said.of(Severity.HIGH, "They threaten mothers who complain about it.", Label.HARASSMENT));
      newsroom.now = Instant.parse("2026-03-03T07:00:00Z");
      newsroom.tell();
      newsroom.wait(Duration.ofMinutes(11));
      newsroom.tell();
      Mail mail = digests(newsroom, Newsroom.HEAD).getFirst();
      assertThat(mail.plan().sections())
          .extracting("heading")
          .containsExactly(
              "Urgent, told at once", "Medium: worth a look", "Low: for information", "Good news");
      assertThat(mail.plan().sections().get(2).keys()).hasSize(1);
      assertThat(mail.plan().sections().get(2).keys().getFirst().elsewhere()).isEqualTo(1);
      assertThat(mail.plan().opening())
          .contains("1 urgent, 1 worth a look, 2 for information, 1 good news.");
      assertThat(digests(newsroom, Newsroom.LEAD)).hasSize(1);
      assertThat(digests(newsroom, Newsroom.LEAD).getFirst().plan().sections()).hasSize(1);
    }
  }

  @Test
  void postThatWasEditedIsToldOnceAsItNowIs() {
    try (Newsroom newsroom = new Newsroom(folder, Instant.parse("2026-03-02T12:00:00Z"))) {
      newsroom.tell();
      newsroom.post("lunch", Said.of(Severity.HIGH, "They poison our children.", Label.ALLEGATION));
      newsroom.post("lunch", Said.of(Severity.LOW, "The lunches were cold.", Label.COMPLAINT));
      newsroom.now = Instant.parse("2026-03-03T07:00:00Z");
      newsroom.tell();
      newsroom.wait(Duration.ofMinutes(11));
      newsroom.tell();
      Mail mail = digests(newsroom, Newsroom.HEAD).getFirst();
      assertThat(mail.plan().opening()).contains("1 for information.");
      assertThat(mail.plan().sections())
          .extracting("heading")
          .containsExactly("Low: for information");
      assertThat(mail.plan().sections().getFirst().keys().getFirst().edited()).isTrue();
    }
  }

  @Test
  void previewChangesNothing() {
    try (Newsroom newsroom = new Newsroom(folder, Instant.parse("2026-03-02T12:00:00Z"))) {
      newsroom.post(Said.of(Severity.LOW, "The coach was late.", Label.COMPLAINT));
      School school = newsroom.schools.schools().getFirst();
      assertThat(newsroom.digests().preview(school, newsroom.now).subject())
          .contains("1 new post,");
      assertThat(newsroom.digests().preview(school, newsroom.now).subject())
          .contains("1 new post,");
      long sent =
          newsroom
              .database()
              .read(jdbc -> jdbc.sql("SELECT COUNT(*) FROM digest").query(Long.class).single());
      assertThat(sent).isZero();
    }
  }
}
