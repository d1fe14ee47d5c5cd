package earshot.judge;

import earshot.judge.names.NameTagger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a public set with its persons.
 *
 * @param words as the set cuts them
 * @param tags one each, as {@link NameTagger} numbers them
 */
record Tagged(List<String> words, byte[] tags) {

  /** Reads token and tag, a line each, sentences set apart by blank lines; handles are no names. */
  static List<Tagged> read(Path file) {
    List<Tagged> sentences = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<Byte> tags = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.isBlank()) {
          close(words, tags, sentences);
        } else {
          String[] columns = line.split("\t");
          words.add(columns[0]);
          tags.add(tag(columns[0], columns[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close(words, tags, sentences);
    return sentences;
  }

  private static byte tag(String word, String tag) {
    if (word.startsWith("@") || !tag.toLowerCase(java.util.Locale.ROOT).contains("-per")) {
      return NameTagger.OUTSIDE;
    }
    return tag.startsWith("B") ? (byte) NameTagger.BEGIN : (byte) NameTagger.INSIDE;
  }

  private static void close(List<String> words, List<Byte> tags, List<Tagged> sentences) {
    if (words.isEmpty()) {
      return;
    }
    byte[] row = new byte[tags.size()];
    for (int i = 0; i < row.length; i++) {
      boolean orphan =
          tags.get(i) == NameTagger.INSIDE && (i == 0 || row[i - 1] == NameTagger.OUTSIDE);
      row[i] = orphan ? (byte) NameTagger.BEGIN : tags.get(i);
    }
    sentences.add(new Tagged(List.copyOf(words), row));
    words.clear();
    tags.clear();
  }

  /** Names as "start-end", to be compared whole. */
  static List<String> names(byte[] tags) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < tags.length; i++) {
      if (tags[i] == NameTagger.BEGIN) {
        int end = i + 1;
        while (end < tags.length && tags[end] == NameTagger.INSIDE) {
          end++;
        }
        names.add(i + "-" + end);
      }
    }
    return names;
  }
}
