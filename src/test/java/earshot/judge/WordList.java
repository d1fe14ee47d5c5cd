package earshot.judge;

import earshot.judge.text.Tokeniser;
import earshot.school.School;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The baseline that schools use today: a label for each listed word. */
final class WordList implements Judge {
  private static final Map<String, Label> WORDS = new HashMap<>();

  static {
    put(
        Label.DISPARAGING,
        "idiot idiots moron clown clowns useless pathetic joke disgrace shambles");
    put(Label.DISPARAGING, "incompetent stupid thick awful worst liar bully clueless disgusting");
    put(Label.ALLEGATION, "abuse abused stole stolen fraud fiddled cover-up neglect assaulted hit");
    put(Label.IDENTIFIES_PUPIL, "year class form daughter son pupil aged");
    put(Label.HARASSMENT, "kill stab batter punch watch your back threat");
    put(Label.DISCRIMINATORY, "retard spaz gay muslim paki gypsy tranny chav");
    put(Label.OFFENSIVE, "fuck fucking shit cunt wanker dickhead bollocks arse twat prick");
    put(Label.CONFIDENTIAL, "suspended disciplinary salary safeguarding sacked pregnant address");
    put(Label.IMPERSONATION, "official announcement closed");
    put(Label.CHILD_CONTACT, "snapchat dm secret lift self-harm scared");
    put(Label.NEEDS_REPLY, "please could reply");
    put(Label.COMPLAINT, "disappointed unhappy complaint unacceptable fuming concerned");
    put(Label.PRESS, "reporter journalist");
    put(
        Label.PRAISE,
        "thank thanks proud brilliant amazing wonderful fantastic lovely congratulations");
    put(Label.BRAND, "logo badge hoodie selling");
  }

  private static void put(Label label, String words) {
    for (String word : words.split(" ")) {
      WORDS.put(word, label);
    }
  }

  @Override
  public Judgement judge(Post post, School school) {
    Set<Label> labels = EnumSet.noneOf(Label.class);
    for (String word : Tokeniser.words(post.text())) {
      Label label = WORDS.get(word);
      if (label != null) {
        labels.add(label);
      }
    }
    Severity severity = Severity.NONE;
    for (Label label : labels) {
      Severity one =
          switch (label) {
            case CHILD_CONTACT, HARASSMENT -> Severity.CRITICAL;
            case ALLEGATION, DISCRIMINATORY, OFFENSIVE, IMPERSONATION -> Severity.HIGH;
            case DISPARAGING, CONFIDENTIAL, PRESS, IDENTIFIES_PUPIL -> Severity.MEDIUM;
            case COMPLAINT, NEEDS_REPLY, BRAND -> Severity.LOW;
            case PRAISE -> Severity.NONE;
          };
      severity = one.atLeast(severity) ? one : severity;
    }
    return Baselines.judgement(labels, true, severity);
  }
}
