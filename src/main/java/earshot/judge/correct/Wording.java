package earshot.judge.correct;

import earshot.judge.Post;
import earshot.judge.Span;
import earshot.judge.text.Token;
import earshot.judge.verdict.Naming;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** A post as a correction reads it. */
public final class Wording {
  /** Fewer words than these say something only together with what they answer. */
  private static final int STANDS_ALONE = 6;

  private Wording() {}

  /** What may be learnt of it: common words, outside of what must be hidden. */
  public static Set<String> open(Post post, List<Span> hidden) {
    return new TreeSet<>(Naming.openWords(post.text(), hidden));
  }

  /** How much each of a post's words counts: a long post's no more together than a short one's. */
  public static double share(Set<String> words) {
    return 1 / Math.sqrt(Math.max(1, words.size()));
  }

  /**
   * The same for texts that say the same in the same words, whatever their capitals, signs and
   * disguises; a hash, because a correction holds no text.
   */
  public static String key(Post post) {
    List<Token> tokens = Naming.tokens(post.text());
    String words = joined(tokens);
    return DigestUtils.sha256Hex(
        tokens.size() < STANDS_ALONE
            ? words + "\n" + joined(Naming.tokens(post.context()))
            : words);
  }

  private static String joined(List<Token> tokens) {
    return tokens.stream().map(Token::word).collect(Collectors.joining(" "));
  }
}
