package earshot.judge.correct;

import earshot.judge.Judgement;
import earshot.judge.Post;
import earshot.judge.verdict.Answer;
import java.util.Set;

/**
 * A post, what the shipped judge says of it, and what is right.
 *
 * @param words what may be learnt of it
 */
public record Example(Post post, Judgement judged, Answer answer, Set<String> words) {
  public Example {
    words = Set.copyOf(words);
  }
}
