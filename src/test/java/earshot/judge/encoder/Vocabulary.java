package earshot.judge.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Every piece of the model that training starts from, the more frequent first.
 *
 * @param names a piece each; the first ones stand for something and have no letters
 */
public record Vocabulary(List<String> names) {
  /** The signs and letters come after [PAD], the unused ones, [UNK], [CLS], [SEP] and [MASK]. */
  private static final int SIGNS = 104;

  private static final int FREQUENT = 11_000;
  private static final int SHORT = 5;
  private static final char FIRST_SYMBOL = 0x2100;

  static Vocabulary read(Path tokenizer) throws IOException {
    JsonNode numbers = new ObjectMapper().readTree(tokenizer.toFile()).path("model").path("vocab");
    String[] names = new String[numbers.size()];
    for (Map.Entry<String, JsonNode> each : numbers.properties()) {
      names[each.getValue().asInt()] = each.getKey();
    }
    return new Vocabulary(Arrays.asList(names));
  }

  public Pieces pieces() {
    return new Pieces(names);
  }

  /**
   * The pieces that are worth their room in the file: the frequent, those that are met, and the
   * short ones, of which any word can be put together.
   */
  BitSet kept(List<Sequence> met) {
    BitSet kept = new BitSet();
    kept.set(0, Math.min(names.size(), Math.max(SIGNS, FREQUENT)));
    for (Sequence sequence : met) {
      for (int piece : sequence.pieces()) {
        kept.set(piece);
      }
    }
    for (int i = 0; i < names.size(); i++) {
      if (isShort(names.get(i))) {
        kept.set(i);
      }
    }
    return kept;
  }

  private static boolean isShort(String name) {
    return name.startsWith("##")
        ? name.length() <= SHORT && name.chars().allMatch(c -> c < 128)
        : name.length() == 1 && name.charAt(0) < FIRST_SYMBOL;
  }
}
