from pathlib import Path

from running_text import texts_of


def treebank(folder: Path, *texts: int) -> Path:
    rows = [
        row
        for number, sentences in enumerate(texts)
        for row in (
            f"# newdoc id = {number}",
            *[f"# text = Sentence {n} of {number}.\n1\tSentence\t_" for n in range(sentences)],
        )
    ]
    (folder / "aa-ud-test.conllu").write_text("\n\n".join(rows) + "\n")
    return folder


def test_a_treebanks_sentences_are_the_paragraphs_of_its_texts(tmp_path: Path) -> None:
    texts = [document.text for document in texts_of(treebank(tmp_path, 6, 30))]
    assert texts[0] == "\n\n".join(f"Sentence {n} of 0." for n in range(6)) + "\n"
    assert [text.count("Sentence") for text in texts] == [6, 25]


def test_short_texts_are_joined_until_they_are_long_enough(tmp_path: Path) -> None:
    (text,) = texts_of(treebank(tmp_path, 2, 3, 1))
    assert text.text.count("Sentence") == 6
