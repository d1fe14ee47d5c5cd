package earshot.judge;

import earshot.judge.traits.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Posts by writers and about schools that the encoder has not met: {@code ./dev train encoder}
 * keeps their files from it. Whatever is measured or calibrated is measured on what it says of
 * them.
 */
final class HeldOut {
  private static final Set<String> FILES =
      Set.of(
          "dev",
          "train-lv",
          "train-lw",
          "train-lx",
          "train-ly",
          "train-lz",
          "train-ma",
          "train-mb");

  private HeldOut() {}

  static boolean has(LabelledPost post) {
    return FILES.contains(post.file());
  }

  /** What the encoder that ships says of those among some posts, by the id of the post. */
  static Map<String, CarefulReader.Read> read(List<LabelledPost> posts) {
    CarefulReader careful = CarefulReader.with(Model.encoder());
    Reader reader = new Reader(Model.weights(Model.NAMES));
    return posts.parallelStream()
        .filter(HeldOut::has)
        .collect(
            Collectors.toConcurrentMap(
                LabelledPost::id,
                post -> careful.read(Corpus.reading(reader, post), float[]::new)));
  }
}
