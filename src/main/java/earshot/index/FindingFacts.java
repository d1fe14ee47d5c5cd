package earshot.index;

import earshot.judge.Finding;
import earshot.judge.Finding.Matched;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Target;
import earshot.query.Facts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** What is known of a finding beside its words: the fields of a query and the facets. */
record FindingFacts(Finding finding) implements Facts {

  /** The values that a field has, in small letters. */
  List<String> values(String field) {
    Judgement judgement = finding.judgement();
    return switch (field) {
      case "label" -> judgement.labels().stream().map(Label::word).sorted().toList();
      case "target" -> judgement.targets().stream().map(Target::word).sorted().toList();
      case "severity" -> List.of(judgement.severity().word());
      case "school" -> List.of(finding.school());
      case "state" -> List.of(finding.state());
      case "month" -> List.of(YearMonth.from(day()).toString());
      case "list" ->
          finding.matched().stream()
              .map(Matched::list)
              .map(FindingFacts::small)
              .distinct()
              .toList();
      default -> ofMention(field);
    };
  }

  private List<String> ofMention(String field) {
    return switch (field) {
      case "source" -> List.of(small(finding.mention().source()));
      case "platform" -> List.of(small(finding.mention().platform()));
      // where no page shows the author, none confirms who it is
      case "author" ->
          finding.judgement().ofChildren() ? List.of() : List.of(small(finding.mention().author()));
      case "story" -> List.of(Long.toString(finding.mention().story()));
      case "language" -> {
        String language = finding.mention().language();
        yield language == null ? List.of() : List.of(small(language));
      }
      default -> List.of();
    };
  }

  static String small(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean has(String field, String value) {
    return values(field).contains(small(value));
  }

  @Override
  public LocalDate day() {
    return finding.day();
  }
}
