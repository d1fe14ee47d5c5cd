package earshot.judge;

import earshot.judge.names.NameTagger;
import earshot.judge.text.Language;
import earshot.judge.text.Token;
import earshot.judge.text.WordClasses;
import earshot.judge.view.Mark;
import earshot.judge.view.Marked;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says why, a plain sentence a label; of a child's name no more than the first letter. */
final class Because {
  private static final String HIDDEN = "███";
  private static final String WORKED_OUT = "A child can be worked out from it";
  private static final String UNDECIDED =
      "Undecided which school it means: it gives no place, and others bear the name.";
  private static final WordClasses CLASSES = WordClasses.shipped();

  private final Marked text;
  private final boolean doubt;

  /**
   * @param doubt whether it may mean another school of the same name
   */
  Because(Marked text, boolean doubt) {
    this.text = text;
    this.doubt = doubt;
  }

  /** Why a post that is about the school is judged as it is. */
  List<String> ours(
      Set<Label> labels, Set<Target> targets, List<Span> pupil, SeverityRules.Ruling ruling) {
    List<String> sentences = new ArrayList<>();
    language(sentences);
    if (doubt) {
      sentences.add(UNDECIDED);
    }
    if (labels.isEmpty()) {
      sentences.add("It is about the school, and calls for nothing.");
      return sentences;
    }
    String whom = whom(targets);
    labels.stream()
        .sorted()
        .map(label -> label == Label.IDENTIFIES_PUPIL ? identified(pupil) : sentence(label, whom))
        .forEach(sentences::add);
    sentences.add("Severity " + ruling.severity().word() + ": " + ruling.why() + ".");
    return sentences;
  }

  private static String whom(Set<Target> targets) {
    return listed(targets.stream().sorted().map(Target::spoken).toList());
  }

  /** One, two and three. */
  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** Why a post is not held to be about the school. */
  List<String> notOurs() {
    List<String> sentences = new ArrayList<>();
    language(sentences);
    boolean namesake = text.has(Mark.NAMESAKE) || text.has(Mark.NAMESAKE_WORD);
    boolean named = text.has(Mark.SCHOOL) || text.has(Mark.SCHOOL_SHORT);
    if (text.tokens().length == 0) {
      sentences.add("It says nothing.");
    } else if (namesake) {
      sentences.add("It is about a namesake, not this school.");
    } else if (doubt) {
      sentences.add(UNDECIDED);
    } else if (named) {
      sentences.add("It names the school, but is about something else.");
    } else {
      sentences.add("Nothing in it points to this school.");
    }
    return sentences;
  }

  private void language(List<String> sentences) {
    Language language = Language.of(text.tokens());
    if (language != Language.ENGLISH && language != Language.UNKNOWN) {
      sentences.add(
          "It is written in "
              + language.spoken()
              + (language.isRead()
                  ? ", which the judge knows a little."
                  : ", which the judge does not read: have somebody read it."));
    }
  }

  private static String sentence(Label label, String whom) {
    return switch (label) {
      case DISPARAGING -> "It insults or mocks " + whom + ".";
      case ALLEGATION -> "It says or insinuates serious wrongdoing by " + whom + ".";
      case IDENTIFIES_PUPIL -> WORKED_OUT + ".";
      case HARASSMENT -> "It threatens, intimidates or urges others on against " + whom + ".";
      case DISCRIMINATORY -> "It demeans " + whom + " for what they are.";
      case OFFENSIVE -> "Its language is obscene or strongly profane.";
      case CONFIDENTIAL -> "It discloses what only insiders should know.";
      case IMPERSONATION -> "It passes itself off as the school or its staff.";
      case CHILD_CONTACT -> "A child may be at risk: safeguarding, at once.";
      case NEEDS_REPLY -> "It asks the school for an answer.";
      case COMPLAINT -> "It is dissatisfied with " + whom + ", in civil words.";
      case PRESS -> "A journalist asks, or announces a story.";
      case PRAISE -> "It thanks or praises " + whom + ".";
      case BRAND -> "It uses the school's name, badge or pictures to sell or to pass off.";
    };
  }

  private String identified(List<Span> pupil) {
    Set<String> details = new LinkedHashSet<>();
    for (int i = 0; i < text.tokens().length; i++) {
      if (isPupil(text.tokens()[i], pupil)) {
        String detail = detail(i);
        if (!detail.isEmpty()) {
          details.add(detail);
        }
      }
    }
    return WORKED_OUT + (details.isEmpty() ? "" : ": " + listed(List.copyOf(details))) + ".";
  }

  private static boolean isPupil(Token token, List<Span> pupil) {
    return pupil.stream().anyMatch(span -> span.meets(token.start(), token.end()));
  }

  private String detail(int i) {
    Token token = text.tokens()[i];
    if (text.people()[i] == NameTagger.BEGIN) {
      return "a name (*" + initial(token.word()) + HIDDEN + "*)";
    }
    return switch (text.marks()[i]) {
      case CLASS -> "a class";
      case STAFF, HEAD, STAFF_NAME -> "a teacher";
      case PLACE -> "a place";
      case SCHOOL, SCHOOL_SHORT -> "the school";
      default -> byClass(token);
    };
  }

  private static String initial(String word) {
    return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
  }

  private static String byClass(Token token) {
    if (token.main() < 0) {
      return "";
    }
    return switch (CLASSES.name(token.main())) {
      case "YEARW" -> "a year group";
      case "CLASSW" -> "a class or team";
      case "SPORTW", "EVENTW", "SUCCESS" -> "an event";
      case "PHOTOW" -> "a picture";
      case "MYKID", "PARENT" -> "a relative";
      case "ADDRESSW" -> "an address";
      case "UNIQUE" -> "something that sets the child apart";
      default -> "";
    };
  }
}
