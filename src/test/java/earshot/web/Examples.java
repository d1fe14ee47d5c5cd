package earshot.web;

import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Target;
import earshot.web.WebHouse.Heard;
import java.time.Duration;
import java.time.Instant;

/** What was said about two fictional schools, for the pictures and the browser's tests. */
final class Examples {
  /** The pupil of these examples; must never be seen through the mask. */
  static final String PUPIL = "Tilda Wrenfield";

  private static final String STATE =
      """
      INSERT INTO source_state (source, due, lease_until, memory, polled, last_good, outcome, detail,
        notes, failures, items, mentions)
      VALUES (?, ?, 0, '{}', ?, ?, ?, ?, '[]', ?, ?, ?)""";

  private Examples() {}

  static void hear(WebHouse house) {
    Instant now = house.clock.instant();
    house.hear(
        "gazette",
        "thistlewick",
        Heard.of(
                "oaks",
                "Year 6 pupils at Thistlewick Primary School have planted a hundred oak saplings on"
                    + " the common. “They have not stopped talking about it,” the head teacher said.",
                Severity.NONE,
                Label.PRAISE)
            .titled("Pupils plant a hundred oaks on the common", "Harrowmere Gazette")
            .because("have not stopped talking about it")
            .about(Target.SCHOOL),
        now.minus(Duration.ofDays(41)));
    house.hear(
        "forum",
        "thistlewick",
        Heard.of(
                "uniform",
                "The Thistlewick uniform list has gone up again. Forty-two pounds for a blazer that"
                    + " lasts one winter. I have written to the office twice and heard nothing. Does"
                    + " anyone know whom to ask?",
                Severity.LOW,
                Label.COMPLAINT,
                Label.NEEDS_REPLY)
            .titled("Uniform prices", "harrow_mum_3")
            .because("gone up again", "heard nothing")
            .about(Target.SCHOOL),
        now.minus(Duration.ofHours(30)));
    house.hear(
        "forum",
        "thistlewick",
        Heard.of(
                "liar",
                "Mrs Okafor at Thistlewick is a liar and a fool and should not be let near a school."
                    + " Everybody in Harrowmere knows it.",
                Severity.HIGH,
                Label.DISPARAGING,
                Label.HARASSMENT)
            .titled("That head teacher", "mill_lane_dave")
            .because("a liar and a fool")
            .about(Target.STAFF),
        now.minus(Duration.ofHours(5)));
    house.hear(
        "forum",
        "thistlewick",
        Heard.of(
                "fall",
                PUPIL
                    + " in Oak class fell from the Thistlewick climbing frame today and nobody came"
                    + " for ten minutes. Her arm is broken. What are they paid for?",
                Severity.CRITICAL,
                Label.IDENTIFIES_PUPIL,
                Label.COMPLAINT)
            .titled("Accident at break time", "wrenfield_home")
            .because("nobody came for ten minutes")
            .naming(PUPIL, "Oak class")
            .about(Target.PUPIL, Target.STAFF),
        now.minus(Duration.ofHours(2)));
    house.hear(
        "gazette",
        "thistlewick",
        Heard.of(
                "press",
                "I am a reporter with the Gazette and am writing about school kitchens in Harrowmere."
                    + " Would anyone from Thistlewick speak to me before Friday?",
                Severity.MEDIUM,
                Label.PRESS,
                Label.NEEDS_REPLY)
            .titled("School kitchens: can you help?", "Harrowmere Gazette")
            .because("I am a reporter")
            .about(Target.SCHOOL),
        now.minus(Duration.ofHours(26)));
    house.hear(
        "forum",
        "thistlewick",
        Heard.of(
                "fair",
                "Does anyone know what time the Thistlewick gates open for the fair? I want to get"
                    + " there before the cakes go.",
                Severity.NONE)
            .titled("Christmas fair", "meadow_gran"),
        now.minus(Duration.ofDays(3)));
  }

  /** The accident again, edited, so that there is something to compare. */
  static long edited(WebHouse house) {
    Instant then = house.clock.instant().minus(Duration.ofHours(20));
    house.hear(
        "forum",
        "thistlewick",
        Heard.of(
                "lunch",
                "The lunches at Thistlewick are cold and they are stealing our money.",
                Severity.HIGH,
                Label.ALLEGATION)
            .titled("School lunches", "harrow_mum_3")
            .because("stealing our money"),
        then);
    return house
        .hear(
            "forum",
            "thistlewick",
            Heard.of(
                    "lunch",
                    "The lunches at Thistlewick are cold and too dear for what they are. I would"
                        + " like an answer from the school.",
                    Severity.LOW,
                    Label.COMPLAINT,
                    Label.NEEDS_REPLY)
                .titled("School lunches", "harrow_mum_3")
                .because("cold and too dear", "I would like an answer")
                .about(Target.SCHOOL, Target.SUPPLIER),
            then)
        .mention()
        .id();
  }

  /** How the sources stand: one was just read, one cannot be read since yesterday. */
  static void read(WebHouse house) {
    long now = house.clock.millis();
    long day = Duration.ofDays(1).toMillis();
    house.database.write(
        transaction -> {
          transaction
              .sql(STATE)
              .params("gazette", now + 600_000, now - 300_000, now - 300_000, "READ", "", 0, 412, 2)
              .update();
          return transaction
              .sql(STATE)
              .params(
                  "forum",
                  now + 3_600_000,
                  now - 600_000,
                  now - day,
                  "UNAVAILABLE",
                  "talk.example answers that it is overloaded (503). Earshot tries again by itself.",
                  7,
                  1_204,
                  5)
              .update();
        });
  }
}
