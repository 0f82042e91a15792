namespace Aggregator.Reading.Articles.Layout;

/// <summary>Walks the words of a class name: "post-content", "post_content", "postContent" and "PostContent2" all hold "post" and "content".</summary>
internal ref struct NameWords(ReadOnlySpan<char> name)
{
    private readonly ReadOnlySpan<char> _name = name;
    private int _start, _end;

    public readonly ReadOnlySpan<char> Current => _name[_start.._end];

    public readonly NameWords GetEnumerator() => this;

    public bool MoveNext()
    {
        _start = _end;
        while (_start < _name.Length && !char.IsLetter(_name[_start])) _start++;
        if (_start == _name.Length) return false;
        _end = _start + 1;
        while (_end < _name.Length && char.IsLetter(_name[_end]) && !(char.IsUpper(_name[_end]) && char.IsLower(_name[_end - 1]))) _end++;
        return true;
    }
}
