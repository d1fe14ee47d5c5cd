package earshot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.alert.Newsroom;
import earshot.alert.outbox.Mail;
import earshot.alert.outbox.Outbox;
import earshot.alert.outbox.Plan;
import earshot.config.Settings;
import earshot.mail.ScriptedServer.Act;
import earshot.mail.ScriptedServer.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail under every fault of a mail server, in virtual time. */
class FaultsTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final Courier.Patience SHORT =
      new Courier.Patience(Duration.ofSeconds(2), Duration.ofMillis(300));

  @TempDir private Path folder;
  private Newsroom newsroom;
  private final Deque<Act> script = new ArrayDeque<>();
  private ScriptedServer server;
  private Settings.Mail mail;
  private Postman postman;

  @BeforeEach
  void open() throws IOException {
    newsroom = new Newsroom(folder, NOON);
    server = new ScriptedServer(this::next);
    mail = PostmanTest.plain(server.port());
    postman = postman();
  }

  @AfterEach
  void close() {
    server.close();
    newsroom.close();
  }

  private synchronized Act next() {
    Act act = script.poll();
    return act == null ? Act.ACCEPT : act;
  }

  private synchronized void plan(Act... acts) {
    script.addAll(List.of(acts));
  }

  private Postman postman() {
    return new Postman(
        new Postman.Parts(
            newsroom.outbox(), newsroom.letters(), () -> PostmanTest.settings(folder, mail)),
        SHORT,
        new Random(7));
  }

  private long put(String subject) {
    Mail.Draft draft =
        new Mail.Draft(
            Mail.Kind.ALERT,
            "thistlewick",
            new Mail.Addressee("Mrs Adaeze Okafor", Newsroom.HEAD),
            subject,
            new Plan(subject, List.of("Something was said."), List.of(), List.of()));
    return newsroom.database().write(jdbc -> Outbox.put(jdbc, draft, newsroom.now));
  }

  private Mail one(long id) {
    return newsroom.outbox().one(id).orElseThrow();
  }

  private void deliverFor(Duration time) {
    Instant end = newsroom.now.plus(time);
    while (newsroom.now.isBefore(end)) {
      newsroom.wait(Duration.ofSeconds(5));
      postman.deliverDue(newsroom.now);
    }
  }

  @Test
  void everyTemporaryFaultIsRetriedUntilTheMailIsTaken() {
    for (Act act :
        List.of(
            Act.BUSY_AT_START,
            Act.HANG_AFTER_EHLO,
            Act.GREYLIST,
            Act.LOCAL_ERROR,
            Act.OVER_QUOTA,
            Act.RELAY_DENIED,
            Act.SENDER_REFUSED,
            Act.POLICY_REFUSED,
            Act.TRY_DATA_LATER,
            Act.DROP_BEFORE_DATA)) {
      plan(act);
      long id = put("after " + act);
      postman.deliverDue(newsroom.now);
      assertThat(one(id).state()).as("%s", act).isEqualTo(Mail.State.WAITING);
      deliverFor(Duration.ofMinutes(2));
      assertThat(one(id).state()).as("%s", act).isEqualTo(Mail.State.SENT);
    }
    assertThat(server.taken()).hasSize(10);
  }

  @Test
  void refusalForGoodIsADeadLetterThatCanBeSentAgain() {
    plan(Act.NO_SUCH_USER);
    long nobody = put("one");
    postman.deliverDue(newsroom.now);
    assertThat(one(nobody).state()).isEqualTo(Mail.State.DEAD);
    assertThat(one(nobody).reason()).contains("550 5.1.1 no such user");
    assertThat(postman.health(newsroom.now).problem()).contains("One mail could not be delivered");

    plan(Act.CONTENT_REFUSED);
    long refused = put("two");
    postman.deliverDue(newsroom.now);
    assertThat(one(refused).state()).isEqualTo(Mail.State.DEAD);

    assertThat(newsroom.outbox().retry(nobody, newsroom.now)).isTrue();
    postman.deliverDue(newsroom.now);
    assertThat(one(nobody).state()).isEqualTo(Mail.State.SENT);
  }

  @Test
  void aDeadLetterIsToldForAWeekThoughMailLeaves() {
    plan(Act.NO_SUCH_USER);
    put("one");
    postman.deliverDue(newsroom.now);
    assertThat(postman.health(newsroom.now).leaving()).isTrue();
    assertThat(postman.health(newsroom.now).problem()).contains("One mail could not be delivered");
    newsroom.wait(Duration.ofDays(8));
    assertThat(postman.health(newsroom.now)).isEqualTo(new MailHealth(true, null));
  }

  @Test
  void oneBadMailHoldsUpNobody() {
    plan(Act.NO_SUCH_USER, Act.ACCEPT, Act.GREYLIST, Act.ACCEPT);
    List<Long> ids = List.of(put("a"), put("b"), put("c"), put("d"));
    assertThat(postman.deliverDue(newsroom.now)).isEqualTo(2);
    assertThat(ids)
        .extracting(id -> one(id).state())
        .containsExactly(Mail.State.DEAD, Mail.State.SENT, Mail.State.WAITING, Mail.State.SENT);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void answerCutOffAfterDataSendsTheSameMessageIdAgain() {
    plan(Act.TAKE_AND_DROP);
    long id = put("ambiguous");
    postman.deliverDue(newsroom.now);
    newsroom.restart();
    postman = postman();
    deliverFor(Duration.ofMinutes(1));
    assertThat(one(id).state()).isEqualTo(Mail.State.SENT);
    assertThat(server.taken()).hasSize(2);
    assertThat(server.taken())
        .extracting(taken -> taken.header("Message-ID"))
        .containsOnly(one(id).messageId());
    assertThat(server.taken())
        .extracting(taken -> taken.header("Date"))
        .containsOnly(server.taken().getFirst().header("Date"));
  }

  @Test
  void unreachableServerIsKnockedAtAndTheBannerComesAndGoes() throws IOException {
    int port = server.port();
    server.close();
    for (int i = 0; i < 50; i++) {
      put("mail " + i);
    }
    deliverFor(Duration.ofMinutes(2));
    assertThat(postman.health(newsroom.now).leaving()).isFalse();
    assertThat(postman.health(newsroom.now).problem()).contains("cannot be reached");
    deliverFor(Duration.ofHours(3));

    try (ScriptedServer back = new ScriptedServer(this::next)) {
      mail = PostmanTest.plain(back.port());
      assertThat(back.port()).isNotEqualTo(port);
      deliverFor(Duration.ofSeconds(60));
      assertThat(back.taken()).hasSize(50);
      assertThat(postman.health(newsroom.now).leaving()).isTrue();
    }
  }

  @Test
  void afterAWeekAMailIsGivenUpInPlainSight() {
    server.close();
    long id = put("too late");
    for (int hour = 0; hour < 24 * 8; hour++) {
      newsroom.wait(Duration.ofHours(1));
      postman.deliverDue(newsroom.now);
    }
    assertThat(one(id).state()).isEqualTo(Mail.State.DEAD);
    assertThat(one(id).reason()).startsWith("Given up after a week.").contains("cannot be reached");
    assertThat(Duration.between(one(id).created(), one(id).ended()))
        .isGreaterThanOrEqualTo(Duration.ofDays(7));
  }

  @Test
  void threeDaysOfFaultsAndRestartsLoseNothingAndRepeatOnlyTheAmbiguous() {
    Random random = new Random(72);
    Set<Long> ids = new TreeSet<>();
    Act[] acts = Act.values();
    for (int round = 0; round < 72 * 4; round++) {
      if (round < 68 * 4) {
        if (random.nextInt(3) > 0) {
          plan(acts[random.nextInt(acts.length)]);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
          ids.add(put("mail " + ids.size()));
        }
      }
      postman.deliverDue(newsroom.now);
      if (random.nextInt(14) == 0) {
        newsroom.restart();
        postman = postman();
      }
      newsroom.wait(Duration.ofMinutes(15));
    }
    Map<String, Integer> received = new HashMap<>();
    server.taken().forEach(taken -> received.merge(taken.header("Message-ID"), 1, Integer::sum));
    Map<String, Long> ambiguous =
        server.taken().stream()
            .filter(taken -> !taken.acknowledged())
            .collect(
                Collectors.groupingBy(taken -> taken.header("Message-ID"), Collectors.counting()));
    for (long id : ids) {
      Mail one = one(id);
      assertThat(one.state()).isIn(Mail.State.SENT, Mail.State.DEAD);
      if (one.state() == Mail.State.SENT) {
        assertThat(received.get(one.messageId()))
            .isEqualTo(1 + ambiguous.getOrDefault(one.messageId(), 0L).intValue());
      } else {
        assertThat(one.reason()).containsPattern("refuse");
      }
    }
    assertThat(ids).hasSizeGreaterThan(300);
    assertThat(ambiguous).isNotEmpty();
  }

  @Test
  void hostileSubjectsAndNamesAddNothingToTheWire() {
    List<String> breaks =
        List.of(
            "\r\n",
            "\n",
            "\r",
            "\0",
            "\u2028",
            "\u2029",
            "\u0085",
            "\u760d\u760a",
            "\u540d\u540a",
            "\ud83d");
    int sent = 0;
    for (String at : breaks) {
      for (String more :
          List.of("Bcc: spy@evil.example", ".\r\nMAIL FROM:<x@evil.example>", "x".repeat(10_000))) {
        Mail.Draft draft =
            new Mail.Draft(
                Mail.Kind.ALERT,
                "thistlewick",
                new Mail.Addressee("Mrs" + at + more, Newsroom.HEAD),
                "[Earshot] a" + at + more + at + at + "<p>b",
                new Plan(
                    "Heading" + at + more,
                    List.of("Opening" + at + "." + at + more),
                    List.of(),
                    List.of()));
        newsroom.database().write(jdbc -> Outbox.put(jdbc, draft, newsroom.now));
        sent++;
      }
    }
    postman.deliverDue(newsroom.now);
    assertThat(server.taken()).hasSize(sent);
    assertThat(server.commands().stream().filter(line -> line.startsWith("RCPT")))
        .hasSize(sent)
        .allMatch(line -> line.startsWith("RCPT TO:<" + Newsroom.HEAD + ">"));
    assertThat(server.commands().stream().filter(line -> line.startsWith("MAIL"))).hasSize(sent);
    for (Taken taken : server.taken()) {
      String headers = taken.message().substring(0, taken.message().indexOf("\n\n"));
      Set<String> names =
          headers
              .lines()
              .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
              .map(line -> line.substring(0, line.indexOf(':')))
              .collect(Collectors.toSet());
      assertThat(names)
          .isSubsetOf(
              "Date",
              "From",
              "To",
              "Message-ID",
              "Subject",
              "MIME-Version",
              "Content-Type",
              "Auto-Submitted",
              "X-Auto-Response-Suppress");
    }
  }

  @Test
  void thousandQueuedMailsLeaveOverOneConnectionWithinTenMinutes() {
    for (int i = 0; i < 1_000; i++) {
      put("mail " + i);
    }
    long start = System.nanoTime();
    assertThat(postman.deliverDue(newsroom.now)).isEqualTo(1_000);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(took).isLessThan(Duration.ofMinutes(10));
    System.out.println("1,000 queued mails drained in " + took.toMillis() + " ms");
    assertThat(server.connections()).isEqualTo(1);
  }
}
