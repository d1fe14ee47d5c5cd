package earshot.judge.encoder;

import earshot.judge.names.Gazetteer;
import earshot.judge.names.NameTagger;
import earshot.judge.text.Kind;
import earshot.judge.text.Token;
import earshot.judge.view.Marked;
import earshot.judge.view.SchoolView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Names that anybody may bear, which stand in for those of the persons in a post: whoever is named,
 * of whatever people, is read as the same few. Two persons of one post stay two.
 */
final class StandIns {
  private final Gazetteer gazetteer = Gazetteer.shipped();
  private final Pieces pieces;
  private final List<Integer> forenames;
  private final List<Integer> surnames;

  StandIns(Pieces pieces) {
    this.pieces = pieces;
    forenames = numbers("alex", "sam", "robin", "charlie");
    surnames = numbers("taylor", "morgan", "ellis", "reed");
  }

  private List<Integer> numbers(String... names) {
    return Stream.of(names).map(pieces::number).toList();
  }

  /** For the names of one post. */
  Cast cast() {
    return new Cast();
  }

  /** Who stands in for whom. */
  final class Cast {
    private final Map<String, Integer> called = new HashMap<>();

    /** The piece that stands in for a person's name; -1 where there is none. */
    int standIn(Marked text, int at) {
      if (!isPersonsName(text, at)) {
        return -1;
      }
      List<Integer> names = text.people()[at] == NameTagger.BEGIN ? forenames : surnames;
      int next = called.size() % names.size();
      return called.computeIfAbsent(text.tokens()[at].word(), name -> names.get(next));
    }

    /** A tagged word that is known as a name, or that is too seldom to be a piece of its own. */
    private boolean isPersonsName(Marked text, int at) {
      Token token = text.tokens()[at];
      return text.people()[at] != NameTagger.OUTSIDE
          && token.kind() == Kind.WORD
          && !SchoolView.isTitle(token.word())
          && (gazetteer.isName(token.word()) || pieces.of(token.word()).size() > 1);
    }
  }
}
