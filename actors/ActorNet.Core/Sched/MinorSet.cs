using System.Numerics;

namespace ActorNet.Core.Sched;

/// <summary>
/// A set of class minors in ascending order: a bitmap of three levels, so that adding, removing and finding the next one take the same few steps whether it holds
/// two classes or 65,536. Pages of 4,096 minors are made when first needed and kept, so that a data path that warmed up takes no memory.
/// </summary>
internal sealed class MinorSet
{
    /// <summary>No minor.</summary>
    public const int None = -1;

    private const int PageCount = 16;
    private const int WordsPerPage = 64;
    private readonly ulong[]?[] _pages = new ulong[PageCount][];
    private readonly ulong[] _usedWords = new ulong[PageCount];
    private ulong _usedPages;

    /// <summary>Whether it holds nothing.</summary>
    public bool IsEmpty => _usedPages == 0;

    /// <summary>Adds a minor; one that is there already stays.</summary>
    public void Add(int minor)
    {
        var page = minor >> 12;
        var word = (minor >> 6) & (WordsPerPage - 1);
        (_pages[page] ??= new ulong[WordsPerPage])[word] |= 1UL << (minor & 63);
        _usedWords[page] |= 1UL << word;
        _usedPages |= 1UL << page;
    }

    /// <summary>Removes a minor; one that is not there is no matter.</summary>
    public void Remove(int minor)
    {
        var page = minor >> 12;
        if (_pages[page] is not { } words) return;
        var word = (minor >> 6) & (WordsPerPage - 1);
        words[word] &= ~(1UL << (minor & 63));
        if (words[word] != 0) return;
        _usedWords[page] &= ~(1UL << word);
        if (_usedWords[page] == 0) _usedPages &= ~(1UL << page);
    }

    /// <summary>The smallest minor that is at least <paramref name="from"/>; <see cref="None"/> when there is none.</summary>
    public int Next(int from)
    {
        var page = from >> 12;
        if (page >= PageCount) return None;
        if ((_usedPages >> page & 1) != 0 && NextInPage(page, from) is var found && found != None) return found;
        var later = _usedPages & Above(page);
        if (later == 0) return None;
        page = BitOperations.TrailingZeroCount(later);
        return First(page, BitOperations.TrailingZeroCount(_usedWords[page]));
    }

    private int NextInPage(int page, int from)
    {
        var word = (from >> 6) & (WordsPerPage - 1);
        var rest = _pages[page]![word] >> (from & 63);
        if (rest != 0) return from + BitOperations.TrailingZeroCount(rest);
        var later = _usedWords[page] & Above(word);
        return later == 0 ? None : First(page, BitOperations.TrailingZeroCount(later));
    }

    private int First(int page, int word) => (page << 12) | (word << 6) | BitOperations.TrailingZeroCount(_pages[page]![word]);

    /// <summary>The bits above a number of a bit, which is below 64.</summary>
    private static ulong Above(int bit) => ulong.MaxValue << bit << 1;
}
