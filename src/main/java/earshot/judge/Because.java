package earshot.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why, a plain sentence a label; never holds words of the post. */
final class Because {
  private Because() {}

  static List<String> of(
      boolean relevant, Set<Label> labels, Set<Target> targets, Severity severity) {
    if (!relevant) {
      return List.of("It is not about this school.");
    }
    if (labels.isEmpty()) {
      return List.of("It is about the school, and calls for nothing.");
    }
    List<String> sentences = new ArrayList<>();
    for (Label label : Label.values()) {
      if (labels.contains(label)) {
        sentences.add(sentence(label, whom(targets)));
      }
    }
    sentences.add("Severity " + severity.word() + ": the highest that applies.");
    return sentences;
  }

  private static String whom(Set<Target> targets) {
    return targets.stream()
        .sorted()
        .map(target -> target == Target.SCHOOL ? "the school" : target.word())
        .collect(Collectors.joining(" and "));
  }

  private static String sentence(Label label, String whom) {
    return switch (label) {
      case DISPARAGING -> "It insults or mocks " + whom + ".";
      case ALLEGATION -> "It says or insinuates serious wrongdoing by " + whom + ".";
      case IDENTIFIES_PUPIL -> "A child can be worked out from it.";
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
}
