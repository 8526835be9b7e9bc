using ActorNet.Topology.Reading;

namespace ActorNet.Topology;

/// <summary>Reads one line of a schedule; the grammar is in the folder's README.</summary>
internal sealed class ScheduleParser
{
    private const string Forms = "Write 'at 10s: link LINK down', 'from 10s to 20s: link LINK delay 10ms -> 50ms', or 'every 5s for 1s: link LINK down from 10s until 60s'";
    private const string Arrow = "->";
    private static readonly string[] Beginnings = ["at", "from", "every"];

    private readonly LinkNames _links;
    private readonly Written _line;
    private readonly LineTokens _head;
    private readonly LineTokens _body;

    private ScheduleParser(LinkNames links, Written line)
    {
        _links = links;
        _line = line;
        // Times hold no colon, names of links may.
        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) throw new LineException(0, new LinkFault($"{Phrases.Quote(line.Text)} has no ':' between when and what", Forms));
        _head = new LineTokens(line.Text, 0, colon);
        _body = new LineTokens(line.Text, colon + 1, line.Text.Length);
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="LineException">Something in it is wrong.</exception>
    public static ScheduleEntry Read(Written line, LinkNames links) => new ScheduleParser(links, line).Read();

    private ScheduleEntry Read()
    {
        var word = _head.Next("when it happens", Forms);
        return word switch
        {
            "at" => ReadOnce(),
            "from" => ReadRamp(),
            "every" => ReadFlap(),
            _ => throw _head.Wrong($"{Phrases.Quote(word)} begins no line of a schedule", Phrases.DidYouMean(word, Beginnings) + Forms),
        };
    }

    private OnceEntry ReadOnce()
    {
        var at = _head.Time("at");
        _head.End("the time");
        return new OnceEntry(_line.Origin, _line.Text, ReadLink(), at, ReadChange());
    }

    private RampEntry ReadRamp()
    {
        var from = _head.Time("from");
        _head.Expect("to", "from 10s to 20s");
        var to = _head.Time("to");
        if (to <= from) throw _head.Wrong("the end of a ramp is not behind its beginning", "Say a later time behind to");
        var step = Math.Max((to - from) / TopologyLimits.UsualRampSteps, ScheduleEntry.ShortestPeriod);
        if (_head.TryTake("every"))
        {
            step = _head.Time("every");
            if (step == 0 || (to - from) / step > TopologyLimits.MaxRampSteps)
                throw _head.Wrong($"a ramp has {TopologyLimits.MaxRampSteps} steps at most", $"Say a longer step behind every, {LineTokens.Show(LeastStep(to - from))} or more");
        }

        _head.End("the times");
        var target = ReadLink();
        var steps = (int)Math.Clamp((to - from + step - 1) / step, 1, TopologyLimits.MaxRampSteps);
        return new RampEntry(_line.Origin, _line.Text, target, from, to, steps, ReadRamps());
    }

    private static long LeastStep(long duration) => (duration / TopologyLimits.MaxRampSteps) + 1;

    private FlapEntry ReadFlap()
    {
        var period = _head.Time("every");
        if (period < ScheduleEntry.ShortestPeriod) throw _head.Wrong($"a period of {LineTokens.Show(period)} is too short", $"Write {LineTokens.Show(ScheduleEntry.ShortestPeriod)} or more");
        _head.Expect("for", "every 5s for 1s");
        var lasts = _head.Time("for");
        if (lasts == 0 || lasts >= period) throw _head.Wrong("what happens every now and then has to last, and to be over before it comes again", "Say a time behind for that is shorter than the one behind every");
        var window = new Window();
        ReadWindow(_head, ref window);
        _head.End("the times");
        var target = ReadLink();
        var words = _body.TakeUntil("from", "until");
        ReadWindow(_body, ref window);
        _body.End("the times");
        if (window.Until <= (window.From ?? period)) throw _body.Wrong("it is over before it begins", "Say a later time behind until");
        var change = Change(words);
        if (change is ResetLink or SetLinkState { Up: true }) throw _body.Wrong($"'{change}' every now and then has nothing to go back to", "Say down, or settings");
        return new FlapEntry(_line.Origin, _line.Text, target, period, lasts, window.From ?? period, window.Until ?? long.MaxValue, change);
    }

    private static void ReadWindow(LineTokens tokens, ref Window window)
    {
        if (tokens.TryTake("from"))
        {
            if (window.From is not null) throw tokens.Wrong("from is said twice", "Remove one of them");
            window.From = tokens.Time("from");
        }

        if (!tokens.TryTake("until")) return;
        if (window.Until is not null) throw tokens.Wrong("until is said twice", "Remove one of them");
        window.Until = tokens.Time("until");
    }

    private LinkTarget ReadLink()
    {
        _body.Expect("link", "link left--right down");
        var name = _body.Next("which link", "Write its name behind link, as in link left--right down");
        return _links.TryFind(name, out var target, out var fault) ? target : throw _body.Wrong(fault);
    }

    private LinkChange ReadChange() => Change(_body.TakeUntil());

    private LinkChange Change(IReadOnlyList<string> words)
    {
        if (words.Contains(Arrow, StringComparer.Ordinal)) throw _body.Wrong("only a ramp goes from one value to another", "Begin with the times: from 10s to 20s: link ...");
        return LinkWords.TryRead(words, out var change, out var fault, out var at) ? change : throw _body.WrongAt(at, words.Count, fault);
    }

    private List<LinkRamp> ReadRamps()
    {
        var ramps = new List<LinkRamp>();
        while (!_body.AtEnd || ramps.Count == 0)
        {
            var key = _body.Next("what rises or falls", $"Write a setting with two values, as in delay 10ms -> 50ms: {Phrases.List(LinkRamp.Keys)}");
            if (!LinkWords.IsKey(key)) throw _body.Wrong(LinkWords.UnknownKey(key));
            if (!LinkRamp.Keys.Contains(key, StringComparer.Ordinal)) throw _body.Wrong($"{key} cannot rise or fall bit by bit", $"Choose one of {string.Join(", ", LinkRamp.Keys)}");
            if (ramps.Exists(r => string.Equals(r.First.Key, key, StringComparison.Ordinal))) throw _body.Wrong($"{key} is said twice", "Remove one of them");
            var first = Value(key);
            _body.Expect(Arrow, $"{key} {first.Text} -> ...");
            ramps.Add(new LinkRamp(first, Value(key)));
        }

        return ramps;
    }

    private LinkSetting Value(string key)
    {
        var text = _body.Next($"a value of {key}", LinkSettingReader.Remedy(key));
        return LinkSettingReader.TryRead(key, text, out var setting, out var fault) ? setting : throw _body.Wrong(fault);
    }

    private struct Window
    {
        public long? From;
        public long? Until;
    }
}
