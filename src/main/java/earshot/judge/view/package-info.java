/** A post as one school sees it: which words are its names, places, people, classes, namesakes. */
@NullMarked
package earshot.judge.view;

import org.jspecify.annotations.NullMarked;
