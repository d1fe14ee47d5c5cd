package earshot.judge.traits;

import earshot.judge.names.Gazetteer;
import earshot.judge.names.NameTagger;
import earshot.judge.names.NameTraits;
import earshot.judge.text.Token;
import earshot.judge.text.Tokeniser;
import earshot.judge.view.Mark;
import earshot.judge.view.Marked;
import earshot.judge.view.SchoolView;
import earshot.judge.weigh.Weights;
import earshot.school.School;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads posts for schools; what a school's names are is worked out once. */
public final class Reader {
  private static final int MOST_SCHOOLS = 2_000;

  private final Tokeniser tokeniser;
  private final Map<School, SchoolView> views = new ConcurrentHashMap<>();

  private final NameTagger tagger;

  /**
   * @param names the weights of the tagger of persons' names
   */
  public Reader(Weights names) {
    Gazetteer gazetteer = Gazetteer.shipped();
    tagger = new NameTagger(new NameTraits(gazetteer), names);
    tokeniser = gazetteer.tokeniser();
  }

  public Tokeniser tokeniser() {
    return tokeniser;
  }

  public SchoolView view(School school) {
    if (views.size() > MOST_SCHOOLS) {
      views.clear();
    }
    return views.computeIfAbsent(school, one -> new SchoolView(one, tokeniser));
  }

  /**
   * @param platform the word of labels.md
   * @param author as written, "" when unknown
   * @param context the thread's title, page or parent post, "" when there is none
   */
  public Reading read(String platform, String author, String context, String text, School school) {
    SchoolView view = view(school);
    return new Reading(
        platform, author, mark(view, text), mark(view, context), mark(view, plainName(author)));
  }

  private Marked mark(SchoolView view, String text) {
    Token[] tokens = tokeniser.read(text);
    Marked marked = view.mark(tokens, tagger.tag(tokens));
    for (int i = 0; i < tokens.length; i++) {
      if (marked.marks()[i] == Mark.NONE && marked.people()[i] == NameTagger.OUTSIDE) {
        tokens[i] = tokeniser.ofAnybody(tokens[i]);
      }
    }
    return marked;
  }

  /** An author's handle as words: {@code @jan_h.example} as {@code jan h example}. */
  private static String plainName(String author) {
    String bare = author.startsWith("u/") ? author.substring(2) : author;
    return bare.replace('@', ' ').replace('_', ' ').replace('.', ' ');
  }
}
