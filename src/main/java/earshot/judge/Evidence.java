package earshot.judge;

import earshot.judge.text.Token;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The clauses that decided, label by label. */
final class Evidence {
  private static final double SHARE = 0.6;

  private final Token[] tokens;
  private final Map<Label, Set<Integer>> clauses = new EnumMap<>(Label.class);

  Evidence(Token[] tokens, Set<Label> labels, Answers answers) {
    this.tokens = tokens;
    for (Label label : labels) {
      float[] said = new float[tokens.length];
      answers.explain(label.word(), said);
      clauses.put(label, deciding(tokens, said));
    }
  }

  /** What decided about each label. */
  Map<Label, List<Span>> byLabel() {
    Map<Label, List<Span>> spans = new EnumMap<>(Label.class);
    clauses.forEach((label, deciding) -> spans.put(label, spans(deciding)));
    return spans;
  }

  /** What decided about any, in order of the text. */
  List<Span> all() {
    Set<Integer> all = new TreeSet<>();
    clauses.values().forEach(all::addAll);
    return spans(all);
  }

  private List<Span> spans(Set<Integer> clauses) {
    List<Span> spans = new ArrayList<>();
    int last = -2;
    for (int clause : clauses) {
      Span span = span(clause);
      if (clause == last + 1 && !spans.isEmpty()) {
        span = new Span(spans.remove(spans.size() - 1).start(), span.end());
      }
      spans.add(span);
      last = clause;
    }
    return spans;
  }

  private static Set<Integer> deciding(Token[] tokens, float[] said) {
    int count = tokens.length == 0 ? 0 : tokens[tokens.length - 1].clause() + 1;
    float[] sums = new float[count];
    float total = 0;
    for (int i = 0; i < tokens.length; i++) {
      sums[tokens[i].clause()] += said[i];
    }
    for (float sum : sums) {
      total += Math.max(0, sum);
    }
    Set<Integer> chosen = new TreeSet<>();
    double reached = 0;
    while (reached < SHARE * total && chosen.size() < count) {
      int best = -1;
      for (int i = 0; i < count; i++) {
        if (!chosen.contains(i) && (best < 0 || sums[i] > sums[best])) {
          best = i;
        }
      }
      if (sums[best] <= 0) {
        break;
      }
      chosen.add(best);
      reached += sums[best];
    }
    return chosen;
  }

  private Span span(int clause) {
    int start = -1;
    int end = -1;
    for (Token token : tokens) {
      if (token.clause() == clause) {
        start = start < 0 ? token.start() : start;
        end = token.end();
      }
    }
    return new Span(start, Math.max(start, end));
  }
}
