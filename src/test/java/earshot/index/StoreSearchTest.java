package earshot.index;

class StoreSearchTest extends MentionIndexContract {
  @Override
  MentionIndex open() {
    return StoreSearch.of(database);
  }
}
