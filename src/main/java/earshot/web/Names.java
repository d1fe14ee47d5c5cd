package earshot.web;

import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Target;
import earshot.listen.Configuration;
import earshot.school.School;
import earshot.source.Source;
import earshot.web.words.PlainWords;
import earshot.web.words.Visible;
import java.time.DateTimeException;

/** Names for the ids that stand in the store. */
final class Names {
  private static final PlainWords WORDS = new PlainWords();

  private final Configuration configuration;

  Names(Configuration configuration) {
    this.configuration = configuration;
  }

  String source(String id) {
    return Visible.of(configuration.source(id).map(Source::name).orElse(id));
  }

  String school(String id) {
    return Visible.of(configuration.schools().byId(id).map(School::name).orElse(id));
  }

  /** A facet's value as people say it; the value itself when it is not one of ours. */
  String value(String facet, String value) {
    try {
      return switch (facet) {
        case "severity" -> WORDS.severity(Severity.of(value));
        case "label" -> WORDS.label(Label.of(value));
        case "target" -> WORDS.target(Target.of(value));
        case "state" -> WORDS.state(value);
        case "source" -> source(value);
        case "school" -> school(value);
        case "month" -> WORDS.month(value);
        default -> value;
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      return Visible.of(value);
    }
  }

  static String facet(String facet) {
    return switch (facet) {
      case "severity" -> "How bad";
      case "label" -> "What it is";
      case "target" -> "Who it is about";
      case "state" -> "State";
      case "source" -> "Source";
      case "school" -> "School";
      case "month" -> "Month";
      default -> facet;
    };
  }
}
