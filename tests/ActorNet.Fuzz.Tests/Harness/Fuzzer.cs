using System.Diagnostics;
using System.Text;
using Xunit.Sdk;

namespace ActorNet.Fuzz.Tests.Harness;

/// <summary>
/// Makes inputs and gives them to a reader. An input is a row of units (bytes, characters, lines); whatever the check throws is a failure, and is shown with the
/// smallest input that still fails the same way. A case that does not end is a failure, too.
/// </summary>
internal sealed class Fuzzer<TUnit>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShrinkingTime = TimeSpan.FromSeconds(20);

    private readonly string _name;
    private readonly Func<FuzzSource, TUnit[]> _make;
    private readonly Action<TUnit[]> _check;
    private readonly Func<TUnit[], string> _show;
    private readonly Stopwatch _caseTime = new();
    private ulong _case;
    private TUnit[] _input = [];

    /// <summary>A target.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="make">An input; all chance comes from the argument.</param>
    /// <param name="check">Throws when the reader does what it must not.</param>
    /// <param name="show">An input for people.</param>
    public Fuzzer(string name, Func<FuzzSource, TUnit[]> make, Action<TUnit[]> check, Func<TUnit[], string> show) =>
        (_name, _make, _check, _show) = (name, make, check, show);

    /// <summary>Runs so many cases, or as long as the settings say.</summary>
    public void Run(int cases)
    {
        Exception? failure = null;
        var worker = new Thread(() => failure = RunAll(cases)) { IsBackground = true, Name = _name };
        worker.Start();
        while (!worker.Join(TimeSpan.FromSeconds(1)))
        {
            if (failure is null && _caseTime.Elapsed > Patience) throw new XunitException($"{Head(_case)} does not end within {Patience.TotalSeconds} s.\n{Shown(_input)}");
        }

        if (failure is not null) throw Failed(failure);
    }

    private Exception? RunAll(int cases)
    {
        var (first, end) = FuzzSettings.OnlyCase is { } only ? (only, only + 1) : (0UL, FuzzSettings.TimePerTarget is null ? (ulong)cases : ulong.MaxValue);
        var time = Stopwatch.StartNew();
        for (_case = first; _case < end && !(time.Elapsed > FuzzSettings.TimePerTarget); _case++)
        {
            _caseTime.Restart();
            if (FailureOf(_case) is { } failure) return failure;
        }

        _caseTime.Reset();
        return null;
    }

    private Exception? FailureOf(ulong number)
    {
        try
        {
            _input = _make(new FuzzSource(FuzzSettings.Seed, number));
            _check(_input);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private XunitException Failed(Exception failure)
    {
        var whole = _input;
        var least = Shrink(whole, failure, out var smallest);
        return new XunitException($"{Head(_case)} fails; {least.Length} of {whole.Length} {typeof(TUnit).Name}s are left.\n{Shown(least)}\n{smallest}", smallest);
    }

    private string Head(ulong number) =>
        $"{_name}: case {number} of seed {FuzzSettings.Seed} (again: ACTORNET_FUZZ_SEED={FuzzSettings.Seed} ACTORNET_FUZZ_CASE={number})";

    private string Shown(TUnit[] input)
    {
        var text = _show(input);
        return $"{text}\nas hexadecimal digits: {Convert.ToHexString(input is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(text))}";
    }

    /// <summary>Takes chunks out, large ones first, as long as the same kind of failure comes from the same place.</summary>
    private TUnit[] Shrink(TUnit[] input, Exception failure, out Exception smallest)
    {
        smallest = failure;
        var time = Stopwatch.StartNew();
        for (var chunk = Math.Max(1, input.Length / 2); time.Elapsed < ShrinkingTime; chunk = Math.Max(1, chunk / 2))
        {
            var removed = RemoveChunks(ref input, ref smallest, chunk, time);
            if (chunk == 1 && !removed) break;
        }

        return input;
    }

    private bool RemoveChunks(ref TUnit[] input, ref Exception smallest, int chunk, Stopwatch time)
    {
        var any = false;
        for (var at = 0; at < input.Length && time.Elapsed < ShrinkingTime;)
        {
            TUnit[] less = [.. input[..at], .. input[Math.Min(input.Length, at + chunk)..]];
            if (FailsAlike(less, smallest) is { } same)
            {
                (input, smallest, any) = (less, same, true);
            }
            else
            {
                at += chunk;
            }
        }

        return any;
    }

    private Exception? FailsAlike(TUnit[] input, Exception before)
    {
        try
        {
            _check(input);
            return null;
        }
        catch (Exception failure)
        {
            return failure.GetType() == before.GetType() && Place(failure) == Place(before) ? failure : null;
        }
    }

    private static string? Place(Exception failure) => new StackTrace(failure).GetFrame(0)?.GetMethod()?.Name;
}

/// <summary>Fuzzers of the usual kinds of input.</summary>
internal static class Fuzzer
{
    /// <summary>Of bytes.</summary>
    public static Fuzzer<byte> OfBytes(string name, Func<FuzzSource, byte[]> make, Action<byte[]> check) =>
        new(name, make, check, static bytes => Printable(Encoding.Latin1.GetString(bytes)));

    /// <summary>Of a text.</summary>
    public static Fuzzer<char> OfText(string name, Func<FuzzSource, string> make, Action<string> check) =>
        new(name, source => make(source).ToCharArray(), text => check(new string(text)), static text => Printable(new string(text)));

    /// <summary>Of lines, or words.</summary>
    public static Fuzzer<string> OfLines(string name, Func<FuzzSource, string[]> make, Action<string[]> check) =>
        new(name, make, check, static lines => string.Join('\n', lines.Select(Printable)));

    private static string Printable(string text)
    {
        var shown = new StringBuilder();
        foreach (var c in text) shown.Append(c is '\n' or (>= ' ' and <= '~') ? c.ToString() : $"\\u{(int)c:X4}");
        return shown.ToString();
    }
}
