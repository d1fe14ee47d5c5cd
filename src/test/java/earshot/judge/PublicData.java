package earshot.judge;

import earshot.judge.names.Gazetteer;
import earshot.judge.text.Tokeniser;
import earshot.judge.weigh.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The public sets to learn from; they are not part of the project (docs/model-card.md). */
final class PublicData {
  static final Path FOLDER = Path.of("../shared/data");

  private PublicData() {}

  static boolean isThere() {
    return Files.isDirectory(FOLDER.resolve("wnut17"));
  }

  /** The tagger of names: learnt anew where the sets are, else as committed. */
  static Weights names() {
    if (isThere()) {
      return NameLearning.learn(FOLDER);
    }
    System.out.println(
        "No public sets in "
            + FOLDER
            + ": "
            + Model.NAMES
            + " and names.hashes, feelings.hashes stay as they are committed");
    return Model.weights(Model.NAMES);
  }

  /** Writes what is kept of the public lists of names and words, where they are. */
  static void writeHashes(Path folder) throws IOException {
    if (isThere()) {
      FeelingLearning.write(FOLDER, folder.resolve("feelings.hashes"));
      writeNames(folder);
    }
  }

  /** The hashes of names borne somewhere in the world. */
  private static void writeNames(Path folder) throws IOException {
    TreeSet<Integer> hashes = new TreeSet<>();
    for (String file :
        List.of("common-forenames-by-country.tsv", "common-surnames-by-country.tsv")) {
      List<String> lines = Files.readAllLines(FOLDER.resolve("names").resolve(file));
      for (String line : lines.subList(1, lines.size())) {
        String[] columns = line.split("\t");
        for (String name : Arrays.asList(columns).subList(2, columns.length)) {
          for (String word : Tokeniser.words(name)) {
            if (word.length() > 1) {
              hashes.add(Gazetteer.hash(word));
            }
          }
        }
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * 4);
    hashes.forEach(bytes::putInt);
    Files.write(folder.resolve("names.hashes"), bytes.array());
  }
}
