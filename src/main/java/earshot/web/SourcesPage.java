package earshot.web;

import earshot.config.Problem;
import earshot.listen.Configuration;
import earshot.listen.SourceState;
import earshot.listen.SourceStates;
import earshot.school.School;
import earshot.source.Source;
import earshot.web.people.Person;
import earshot.web.words.PlainWords;
import earshot.web.words.Visible;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where Earshot listens, and how each place stands; errors of the newest edit on top. */
@Controller
class SourcesPage {
  private static final Duration SILENT = Duration.ofHours(24);
  private static final PlainWords WORDS = new PlainWords();

  private final WebParts parts;
  private final SourceStates states = new SourceStates();

  SourcesPage(WebParts parts) {
    this.parts = parts;
  }

  /**
   * One source.
   *
   * @param tone bad, soft or well
   * @param standing how it stands, in a few words
   * @param detail why it cannot be read, "" when it can
   */
  record Line(
      String name,
      String kind,
      List<String> addresses,
      String every,
      String tone,
      String standing,
      String detail,
      @Nullable Instant lastGood,
      @Nullable Instant due,
      List<String> notes,
      long items,
      long mentions) {}

  @GetMapping("/sources")
  String show(Model model) {
    Person reader = PageFacts.signedIn();
    Configuration configuration = parts.configuration().current();
    Set<String> visible = reader.visible(configuration.schools());
    Map<String, SourceState> known =
        parts.database().read(states::all).stream()
            .collect(Collectors.toMap(SourceState::source, Function.identity()));
    Instant now = parts.clock().instant();
    model.addAttribute(
        "lines",
        configuration.sources().stream()
            .filter(source -> concerns(source, configuration, visible))
            .map(source -> line(source, known.get(source.id()), now))
            .sorted(Comparator.comparing(line -> !line.tone().equals("bad")))
            .toList());
    model.addAttribute("problems", problems());
    return "sources";
  }

  private static boolean concerns(Source source, Configuration all, Set<String> visible) {
    return all.schools().meant(source.schools()).stream()
        .map(School::id)
        .anyMatch(visible::contains);
  }

  private List<String> problems() {
    Path folder = parts.configuration().folder().toAbsolutePath().normalize();
    return parts.configuration().problems().stream()
        .map(problem -> Visible.of(within(folder, problem).toString()))
        .toList();
  }

  private static Problem within(Path folder, Problem problem) {
    Path file = problem.file().toAbsolutePath().normalize();
    return new Problem(
        file.startsWith(folder) && !file.equals(folder) ? folder.relativize(file) : file,
        problem.line(),
        problem.fact(),
        problem.nextStep());
  }

  private static Line line(Source source, @Nullable SourceState state, Instant now) {
    Standing standing = standing(source, state, now);
    return new Line(
        Visible.of(source.name()),
        kind(source),
        source.start().stream().map(URI::toString).map(Visible::of).toList(),
        WORDS.length(source.every()),
        standing.tone(),
        standing.words(),
        state == null ? "" : Visible.of(state.detail()),
        state == null ? null : state.lastGood(),
        state == null ? null : state.due(),
        state == null ? List.of() : state.notes().stream().map(Visible::of).toList(),
        state == null ? 0 : state.items(),
        state == null ? 0 : state.mentions());
  }

  private record Standing(String tone, String words) {}

  private static Standing standing(Source source, @Nullable SourceState state, Instant now) {
    if (state == null || state.outcome() == SourceState.Outcome.NEVER_READ) {
      return new Standing("soft", "Not read yet");
    }
    if (state.failing()) {
      return new Standing("bad", "Cannot be read now");
    }
    Instant good = state.lastGood();
    Duration patience = longer(SILENT, source.every().multipliedBy(3));
    if (good != null && good.plus(patience).isBefore(now)) {
      return new Standing("bad", "Silent for too long");
    }
    return new Standing("well", "Read");
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static String kind(Source source) {
    return switch (source.kind()) {
      case FEED -> "Feed";
      case PAGE -> "Page";
      case SITE -> "Site";
    };
  }
}
