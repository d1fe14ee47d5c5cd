package earshot.judge.traits;

import earshot.judge.text.Token;
import earshot.judge.view.Mark;

/**
 * One word or one name as a model sees it.
 *
 * @param token the first token
 * @param index its number in the text
 * @param mark what it is to the school
 * @param word hash of the word, or of the placeholder of a name
 * @param back hash of its class, when it has one, or of its form
 * @param name what stands for it when it is a name, else ""
 * @param telling whether its class or mark says something on its own
 */
record Unit(
    Token token, int index, Mark mark, long word, long back, String name, boolean telling) {}
