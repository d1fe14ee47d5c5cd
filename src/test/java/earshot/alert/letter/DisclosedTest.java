package earshot.alert.letter;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.judge.Finding;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Span;
import earshot.judge.Target;
import earshot.mention.Mention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DisclosedTest {
  private static final Pattern LIVE =
      Pattern.compile("https?:|://|[\\p{L}\\p{N}]\\.\\p{L}{2,}|@\\S+\\.|\\d{6,}|javascript:");

  private static Finding finding(String title, String text, List<Span> pupil, Label... labels) {
    Set<Label> set = EnumSet.noneOf(Label.class);
    set.addAll(List.of(labels));
    Judgement judgement =
        new Judgement(
            true,
            1,
            Set.of(Target.PUPIL),
            set,
            Map.of(),
            Severity.HIGH,
            List.of(),
            pupil,
            List.of());
    Instant now = Instant.parse("2026-03-03T12:00:00Z");
    Mention mention =
        new Mention(1, "s", "forum", "1", null, title, "", "", text, null, now, now, 1, 1, false);
    return new Finding(mention, "thistlewick", 1, List.of(), judgement, "new", now);
  }

  /** Made-up names that stand nowhere else: if one comes through, it was let through. */
  @Test
  void noneOfTenThousandPupilsNamesReachesAMail() {
    Random random = new Random(2_000);
    String[] shapes = {
      "%s in Year 4 was there. %s again, and %s's mother.",
      "I saw %s %s by the shop, ring 01632 960123",
      "%s, %s! %s?",
      "The child\n%s\nof Oak class (%s) and #%s",
    };
    for (int i = 0; i < 10_000; i++) {
      String first = canary(random);
      String name = first + " " + canary(random);
      String shape = shapes[random.nextInt(shapes.length)];
      String filler = "word ".repeat(random.nextInt(150));
      String other = random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : first;
      String text = filler + shape.replaceFirst("%s", name).replace("%s", other) + " " + filler;
      String title = random.nextBoolean() ? "About " + name : "";
      String searched = Finding.searched(title, text);
      List<Span> spans = new ArrayList<>();
      int at = searched.lastIndexOf(name); // the judge finds one of several
      spans.add(new Span(at, at + name.length()));
      Disclosed shown = new Disclosed(finding(title, text, spans, Label.IDENTIFIES_PUPIL));
      String all = (shown.title() + " " + shown.excerpt()).toLowerCase(Locale.ROOT);
      for (String word : name.toLowerCase(Locale.ROOT).split(" ")) {
        assertThat(all).doesNotContain(word);
      }
    }
  }

  private static String canary(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.append("bdfgklmnprtvz".charAt(random.nextInt(13)));
      name.append("aeiouy".charAt(random.nextInt(6)));
      name.append('q');
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  @Test
  void childWhoseWordsAreNotKnownIsNotShownAtAll() {
    Disclosed shown =
        new Disclosed(finding("About Zaq", "Zaq is in it", List.of(), Label.CHILD_CONTACT));
    assertThat(shown.title()).isEmpty();
    assertThat(shown.excerpt()).doesNotContain("Zaq").contains("not shown");
  }

  @Test
  void nothingScrapedCanBeClickedDialledOrWrittenTo() {
    for (String hostile :
        List.of(
            "https://evil.example/login",
            "HTTP://EVIL.EXAMPLE",
            "evil.example/a?b=c",
            "...evil.example",
            "www.evil.example",
            "evil。example",
            "javascript:alert(1)",
            "mailto:spy@evil.example",
            "spy@evil.example",
            "spy @ evil.example",
            "tel:01632960123",
            "01632 960 123",
            "+44 1632 960123",
            "(01632) 960-123",
            "0163 2960123",
            "192.0.2.1/login",
            "ht\u200btps://evil.example",
            "evil\u200d.example",
            "\u202eelpmaxe.live//:sptth",
            "<a href='https://evil.example'>Reset your password</a>",
            "\\\\evil\\share")) {
      String shown = Inert.text("see " + hostile + " now");
      assertThat(LIVE.matcher(shown).find()).as("%s became %s", hostile, shown).isFalse();
      assertThat(shown).doesNotContainPattern("[\\p{Cf}\\p{Cc}]").doesNotContain("192.0.2.1");
    }
    assertThat(Inert.text("It cost £1.50, e.g. at 3 p.m. on 3.12. OK."))
        .isEqualTo("It cost £1.50, e.g. at 3 p.m. on 3.12. OK.");
    assertThat(Inert.text("see https://evil.example/login now"))
        .isEqualTo("see evil[.]example/login now");
  }

  @Test
  void megabytesWithoutASpaceCostNoTime() {
    for (String part : List.of("x", "a.", "1", "1.", "@", "a@", "://", "\ud83d", "-", " ")) {
      String text = part.repeat(4_000_000 / part.length());
      long start = System.nanoTime();
      String shown = new Disclosed(finding(part, text, List.of())).excerpt();
      Inert.text(text.substring(0, 400_000));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(shown.length()).isLessThan(1_000);
    }
  }
}
