package earshot.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a text matches a query, and with which words. Straightforward and exact: the oracle
 * of every faster engine.
 */
public final class Evaluator {
  private final Tokens tokens;
  private final Facts facts;

  public Evaluator(Tokens tokens, Facts facts) {
    this.tokens = tokens;
    this.facts = facts;
  }

  /** Words that matched: positions of the first and the last, both included. */
  public record Run(int first, int last) {}

  /**
   * Null when the text does not match; otherwise the words that matched, in order of the text,
   * which are none for a query without words.
   */
  public @Nullable List<Run> find(Query query) {
    return switch (query) {
      case Query.All all -> List.of();
      case Query.Word word -> orNull(wordRuns(word));
      case Query.Prefix prefix -> orNull(prefixRuns(prefix));
      case Query.Phrase phrase -> orNull(phraseRuns(phrase));
      case Query.Near near -> orNull(nearRuns(near));
      case Query.And and -> all(and.parts());
      case Query.Or or -> any(or.parts());
      case Query.Not not -> find(not.part()) == null ? List.of() : null;
      case Query.Field field -> facts.has(field.name(), field.value()) ? List.of() : null;
      case Query.Dates dates -> within(dates) ? List.of() : null;
    };
  }

  private static @Nullable List<Run> orNull(List<Run> runs) {
    return runs.isEmpty() ? null : runs;
  }

  private @Nullable List<Run> all(List<Query> parts) {
    List<Run> runs = new ArrayList<>();
    for (Query part : parts) {
      List<Run> found = find(part);
      if (found == null) {
        return null;
      }
      runs.addAll(found);
    }
    return inOrder(runs);
  }

  private @Nullable List<Run> any(List<Query> parts) {
    List<Run> runs = new ArrayList<>();
    boolean matched = false;
    for (Query part : parts) {
      List<Run> found = find(part);
      if (found != null) {
        matched = true;
        runs.addAll(found);
      }
    }
    return matched ? inOrder(runs) : null;
  }

  private static List<Run> inOrder(List<Run> runs) {
    return runs.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Run::first).thenComparingInt(Run::last))
        .toList();
  }

  private boolean within(Query.Dates dates) {
    LocalDate day = facts.day();
    LocalDate from = dates.from();
    LocalDate to = dates.to();
    return day != null && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  private List<Run> runs(Query words) {
    List<Run> found = find(words);
    return found == null ? List.of() : found;
  }

  private List<Run> wordRuns(Query.Word word) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int last = word.exact() ? exactly(word.word(), i) : folded(word.word(), i);
      if (last >= 0) {
        runs.add(new Run(i, last));
      }
    }
    return runs;
  }

  private int exactly(String word, int at) {
    return tokens.get(at).exact().equals(word) ? at : -1;
  }

  /** The last position of the word that begins here, glued parts included; -1 when it does not. */
  private int folded(String word, int at) {
    Tokens.Token token = tokens.get(at);
    if (token.folded().equals(word) || word.equals(token.bare())) {
      return at;
    }
    int glued = tokens.gluedTo(at);
    for (int last = at + 1; last <= glued; last++) {
      if (tokens.joined(at, last).equals(word)) {
        return last;
      }
    }
    return -1;
  }

  private List<Run> prefixRuns(Query.Prefix prefix) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int last = begins(prefix.beginning(), i);
      if (last >= 0) {
        runs.add(new Run(i, last));
      }
    }
    return runs;
  }

  private int begins(String beginning, int at) {
    if (tokens.get(at).folded().startsWith(beginning)) {
      return at;
    }
    int glued = tokens.gluedTo(at);
    return glued > at && tokens.joined(at, glued).startsWith(beginning) ? glued : -1;
  }

  private List<Run> phraseRuns(Query.Phrase phrase) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int last = phraseEnd(phrase.words(), i);
      if (last >= 0) {
        runs.add(new Run(i, last));
      }
    }
    return runs;
  }

  private int phraseEnd(List<Query> words, int first) {
    int at = first;
    int last = -1;
    for (Query word : words) {
      if (at >= tokens.size()) {
        return -1;
      }
      last = wordEnd(word, at);
      if (last < 0) {
        return -1;
      }
      at = last + 1;
    }
    return last;
  }

  private int wordEnd(Query word, int at) {
    return switch (word) {
      case Query.Word plain -> plain.exact() ? exactly(plain.word(), at) : folded(plain.word(), at);
      case Query.Prefix prefix -> begins(prefix.beginning(), at);
      default -> throw new IllegalArgumentException("a phrase holds words: " + word);
    };
  }

  private List<Run> nearRuns(Query.Near near) {
    List<Run> runs = new ArrayList<>();
    List<Run> rights = runs(near.right());
    int from = 0;
    for (Run left : runs(near.left())) {
      // both sides are in order of the text, so what lies too far back stays too far back
      while (from < rights.size() && rights.get(from).last() + near.distance() < left.first()) {
        from++;
      }
      for (int i = from; i < rights.size(); i++) {
        Run right = rights.get(i);
        if (right.first() > left.last() + near.distance()) {
          break;
        }
        if (left.last() < right.first()) {
          runs.add(new Run(left.first(), right.last()));
        } else if (right.last() < left.first()) {
          runs.add(new Run(right.first(), left.last()));
        }
      }
    }
    return inOrder(runs);
  }
}
