package earshot.judge;

import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.judge.names.Gazetteer;
import earshot.judge.text.Kind;
import earshot.judge.text.Shape;
import earshot.judge.text.Token;
import earshot.judge.text.Tokeniser;
import earshot.judge.text.WordClasses;
import earshot.judge.weigh.Hash;
import earshot.school.School;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code ./dev train examples}: chooses the posts that a school's correction is held against, and
 * the words that a correction may learn.
 */
final class ChooseExamples {
  private static final Path OUT = Path.of("src/main/resources/earshot/judge");
  private static final int POSTS = 400;
  private static final int LONGEST = 420;
  private static final int WRITERS = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many posts of each label there are at least: what must never get worse, most. */
  private static final Map<Label, Integer> LEAST = new EnumMap<>(Label.class);

  static {
    for (Label label : Label.values()) {
      LEAST.put(label, 12);
    }
    LEAST.put(Label.IDENTIFIES_PUPIL, 90);
    LEAST.put(Label.CHILD_CONTACT, 45);
    LEAST.put(Label.HARASSMENT, 45);
    LEAST.put(Label.ALLEGATION, 45);
  }

  private ChooseExamples() {}

  public static void main(String[] arguments) throws IOException {
    List<LabelledPost> posts = LabelledPosts.read(LabelledPosts.FOLDER);
    List<LabelledPost> chosen = chosen(posts);
    Set<School> schools = new LinkedHashSet<>();
    chosen.forEach(post -> schools.add(post.school()));
    List<String> lines = new ArrayList<>();
    for (School school : schools) {
      lines.add(JSON.writeValueAsString(written(school)));
    }
    for (LabelledPost post : chosen) {
      lines.add(JSON.writeValueAsString(written(post)));
    }
    Files.write(OUT.resolve("shipped-examples.jsonl"), lines);
    Set<String> words = words(posts);
    Files.writeString(
        OUT.resolve("learnable-words.txt"),
        "# Written small by at least three of the training posts' writers; no name among them.\n"
            + String.join("\n", words)
            + "\n");
    System.out.printf(
        "%d posts of %d schools, %d words%n", chosen.size(), schools.size(), words.size());
  }

  private static List<LabelledPost> chosen(List<LabelledPost> posts) {
    List<LabelledPost> mixed =
        posts.stream()
            .filter(post -> post.post().text().length() <= LONGEST)
            .sorted(Comparator.comparingLong(post -> Hash.of("chosen " + post.id())))
            .toList();
    Set<LabelledPost> chosen = new LinkedHashSet<>();
    LEAST.forEach(
        (label, least) ->
            mixed.stream()
                .filter(post -> post.labels().contains(label))
                .limit(least)
                .forEach(chosen::add));
    mixed.stream().filter(post -> !post.relevant()).limit(60).forEach(chosen::add);
    mixed.stream()
        .filter(post -> !chosen.contains(post))
        .limit(Math.max(0, POSTS - chosen.size()))
        .forEach(chosen::add);
    return chosen.stream().sorted(Comparator.comparing(LabelledPost::id)).toList();
  }

  private static Map<String, Object> written(School school) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("name", school.name());
    written.put("aliases", school.aliases());
    written.put("places", school.places());
    written.put("staff", school.staff());
    written.put("notes", school.notes());
    return written;
  }

  private static Map<String, Object> written(LabelledPost post) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("school", post.school().name());
    written.put("platform", post.post().platform());
    written.put("author", post.post().author());
    written.put("context", post.post().context());
    written.put("text", post.post().text());
    written.put("relevant", post.relevant());
    written.put("labels", post.labels().stream().sorted().map(Label::word).toList());
    written.put("severity", post.severity().word());
    return written;
  }

  /** Common words: a word that only one school's people write could be somebody's. */
  private static Set<String> words(List<LabelledPost> posts) {
    Gazetteer names = Gazetteer.shipped();
    Tokeniser tokeniser = new Tokeniser(WordClasses.shipped(), names::isPlainName);
    Map<String, Set<String>> writers = new TreeMap<>();
    for (LabelledPost post : posts) {
      List<Span> pupil = post.pupilSpans();
      for (Token token : tokeniser.read(post.post().text())) {
        boolean hidden = pupil.stream().anyMatch(span -> span.meets(token.start(), token.end()));
        if (!hidden && isCommon(token, names)) {
          writers.computeIfAbsent(token.word(), word -> new TreeSet<>()).add(post.file());
        }
      }
    }
    Set<String> words = new TreeSet<>();
    writers.forEach(
        (word, files) -> {
          if (files.size() >= WRITERS) {
            words.add(word);
          }
        });
    return words;
  }

  private static boolean isCommon(Token token, Gazetteer names) {
    String word = token.word();
    return token.kind() == Kind.WORD
        && token.shape() == Shape.LOWER
        && word.length() > 1
        && word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '\'' || c == '-')
        && !names.isForename(word)
        && (!names.isSurname(word) || names.isWord(word));
  }
}
