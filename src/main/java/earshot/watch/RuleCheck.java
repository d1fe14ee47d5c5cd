package earshot.watch;

import earshot.query.Query;

/** Whether a rule can only match a text that says something. */
final class RuleCheck {
  private RuleCheck() {}

  /** True when every way to match needs a word of the text; {@code NOT dog} alone does not. */
  static boolean hasWord(Query query) {
    return switch (query) {
      case Query.Word word -> true;
      case Query.Prefix prefix -> true;
      case Query.Phrase phrase -> true;
      case Query.Near near -> true;
      case Query.And and -> and.parts().stream().anyMatch(RuleCheck::hasWord);
      case Query.Or or -> or.parts().stream().allMatch(RuleCheck::hasWord);
      case Query.All all -> false;
      case Query.Not not -> false;
      case Query.Field field -> false;
      case Query.Dates dates -> false;
    };
  }
}
