using System.Globalization;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Tc;

/// <summary>Reads <c>[rate R burst B] [peakrate P] [mtu M] [pkts_rate N pkts_burst N] ... [VERDICT | conform-exceed EXCEED[/CONFORM]]</c>, with tc's complaints.</summary>
internal sealed class PoliceParser
{
    private const string Usage = "Usage: ... police [ rate BPS burst BYTES[/BYTES] ] \n"
        + "\t\t[ pkts_rate RATE pkts_burst PACKETS ] [ mtu BYTES[/BYTES] ]\n"
        + "\t\t[ peakrate BPS ] [ avrate BPS ] [ overhead BYTES ]\n"
        + "\t\t[ linklayer TYPE ] [ CONTROL ]\n"
        + "Where: CONTROL := conform-exceed <EXCEEDACT>[/NOTEXCEEDACT]\n"
        + "\t\t  Define how to handle packets which exceed (<EXCEEDACT>)\n"
        + "\t\t  or conform (<NOTEXCEEDACT>) the configured bandwidth limit.\n"
        + "       EXCEEDACT/NOTEXCEEDACT := { pipe | ok | reclassify | drop | continue |\n"
        + "\t\t\t\t   goto chain <CHAIN_INDEX> }";

    /// <summary>Verdicts that may stand by themselves, in the order in which tc tries them.</summary>
    private static readonly string[] PlainVerdicts = ["reclassify", "drop", "shot", "continue", "pass", "ok", "pipe", "goto"];

    private readonly ArgReader _args;
    private PoliceSpec _spec = new();
    private uint _burst;
    private uint _mpu;
    private ulong _averageRate;
    private ulong _packetBurst;

    /// <summary>What was wrong with a verdict; null while none was. tc may have nothing to say about it.</summary>
    private string? _fault;

    /// <summary>Of words that begin behind the kind.</summary>
    public PoliceParser(ArgReader args) => _args = args;

    private delegate bool TryRead<T>(string word, out T value);

    /// <summary>Reads up to the first word that is no option.</summary>
    /// <param name="complaint">When there is no answer, tc's line for it, which may be empty.</param>
    /// <exception cref="Iproute2Exception">A value is wrong, or there twice.</exception>
    public PoliceSpec? Read(out string complaint)
    {
        var options = 0;
        while (_fault is null && !_args.AtEnd && (ReadNumber() || ReadVerdict())) options++;
        complaint = _fault ?? "";
        if (_fault is not null || options == 0 || (_spec.Rate != 0 && _averageRate != 0)) return null;
        complaint = CheckTogether();
        if (complaint.Length > 0) return null;
        return _spec with
        {
            BurstTicks = _spec.Rate == 0 ? 0 : PschedTicks.FromBytes(_spec.Rate, _burst),
            Mpu = (ushort)_mpu,
            HasAverageRate = _averageRate != 0,
            PacketBurstTicks = _spec.PacketRate == 0 ? 0 : PschedTicks.FromBytes(_spec.PacketRate, (uint)_packetBurst),
        };
    }

    private string CheckTogether()
    {
        if (_spec is { Rate: 0, Index: 0, Mtu: 0, PacketRate: 0 } && _averageRate == 0) return "'rate' or 'avrate' or 'mtu' or 'pkts_rate' MUST be specified.";
        if (_spec.Rate != 0 && _burst == 0) return "'burst' requires 'rate'.";
        if (_spec.PacketRate != 0 && _packetBurst == 0) return "'pkts_burst' requires 'pkts_rate'.";
        if (_spec.PacketRate != 0 && _spec.Rate != 0) return "'rate' and 'pkts_rate' are not allowed in same action.";
        if (_spec.PeakRate != 0 && _spec.Rate == 0) return "'peakrate' requires 'rate'.";
        return _spec is { PeakRate: not 0, Mtu: 0 } ? "'mtu' is required, if 'peakrate' is requested." : "";
    }

    /// <summary>Takes an option with its value; false, with nothing taken, at another word.</summary>
    private bool ReadNumber()
    {
        var word = _args.Next();
        if (Words.Matches(word, "index")) _spec = _spec with { Index = Value<uint>("index", again: false, TryNumber) };
        else if (Words.Matches(word, "burst") || word is "buffer" or "maxburst") ReadBurst();
        else if (word is "mtu" or "minburst") ReadMtu();
        else if (word is "mpu") _mpu = Value<uint>(word, _mpu != 0, Units.TryParseSize);
        else if (word is "rate") _spec = _spec with { Rate = Value<ulong>(word, _spec.Rate != 0, Units.TryParseRate) };
        else if (word is "avrate") _averageRate = Value<ulong>(word, _averageRate != 0, TryShortRate);
        else if (Words.Matches(word, "peakrate")) _spec = _spec with { PeakRate = Value<ulong>("peakrate", _spec.PeakRate != 0, Units.TryParseRate) };
        else if (Words.Matches(word, "pkts_rate")) _spec = _spec with { PacketRate = Value<ulong>("pkts_rate", _spec.PacketRate != 0, TryLongNumber) };
        else if (Words.Matches(word, "pkts_burst")) _packetBurst = Value<ulong>("pkts_burst", _packetBurst != 0, TryLongNumber);
        else return StepBack();
        return true;
    }

    /// <summary>Takes a verdict or one of the options behind which tc looks only then; false, with nothing taken, at another word.</summary>
    private bool ReadVerdict()
    {
        var word = _args.Next();
        if (Array.Exists(PlainVerdicts, v => Words.Matches(word, v))) _spec = _spec with { Control = ReadControl(word) };
        else if (word is "conform-exceed") ReadConformExceed();
        else if (Words.Matches(word, "overhead")) _spec = _spec with { Overhead = Value<ushort>("overhead", again: false, TryShort) };
        else if (Words.Matches(word, "linklayer")) _spec = _spec with { Atm = Value<bool>("linklayer", again: false, TryLinkLayer) };
        else if (word is "help") throw new Iproute2Exception(Usage, 255);
        else return StepBack();
        return true;
    }

    private bool StepBack()
    {
        _args.Back();
        return false;
    }

    private void ReadBurst()
    {
        _burst = SizeWithCell("buffer", "buffer/burst", _burst != 0, out var cell);
        if (cell is not null) _spec = _spec with { RateCell = cell };
    }

    private void ReadMtu()
    {
        _spec = _spec with { Mtu = SizeWithCell("mtu", "mtu/minburst", _spec.Mtu != 0, out var cell) };
        if (cell is not null) _spec = _spec with { PeakCell = cell };
    }

    /// <summary>Reads EXCEED, EXCEED/CONFORM in one word, or both around a slash of its own.</summary>
    private void ReadConformExceed()
    {
        var word = _args.Next("a verdict");
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            var exceed = ControlWords.FindNumbered(word[..slash]);
            var conform = ControlWords.FindNumbered(word[(slash + 1)..]);
            if (exceed is null || conform is null) _fault = "";
            else _spec = _spec with { Control = exceed.Value, Result = conform.Value };
            return;
        }

        _spec = _spec with { Control = ReadControl(word) };
        if (_fault is null && _args.TryTake("/")) _spec = _spec with { Result = ReadControl(_args.Next("a verdict")) };
    }

    private TcControl ReadControl(string word)
    {
        if (ControlWords.Find(word) is { } verdict)
        {
            var control = ControlWords.ReadRest(_args, verdict, out var complaint);
            if (complaint.Length > 0) _fault = complaint;
            return control;
        }

        if (ControlWords.FindNumbered(word) is { } numbered) return numbered;
        _fault = "Bad action type " + word;
        return default;
    }

    private T Value<T>(string key, bool again, TryRead<T> read)
    {
        var word = _args.Next(key);
        if (again) throw Words.Duplicate(key, word);
        return read(word, out var value) ? value : throw Words.Invalid(key, word);
    }

    /// <summary>SIZE[/CELL], the cell a power of two.</summary>
    private uint SizeWithCell(string key, string keys, bool again, out int? cell)
    {
        cell = null;
        var word = _args.Next(key);
        if (again) throw Words.Duplicate(keys, word);
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        var size = slash < 0 ? word : word[..slash];
        if (!Units.TryParseSize(size, out var bytes)) throw Words.Invalid(key, size);
        if (slash < 0) return bytes;
        // tc names the size alone when the cell is no number.
        if (!Words.TryInteger(word[(slash + 1)..], out var power)) throw Words.Invalid(key, size);
        if (!int.IsPow2(power)) throw Words.Invalid(key, word);
        cell = int.Log2(power);
        return bytes;
    }

    private static bool TryNumber(string word, out uint value)
    {
        var number = ActionParser.TryParseNumber(word);
        value = number ?? 0;
        return number is not null;
    }

    private static bool TryLongNumber(string word, out ulong value) => ulong.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static bool TryShort(string word, out ushort value) => ushort.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static bool TryShortRate(string word, out ulong value) => Units.TryParseRate(word, out value) && value <= uint.MaxValue;

    private static bool TryLinkLayer(string word, out bool atm)
    {
        var known = RateWords.IsAtm(word);
        atm = known ?? false;
        return known is not null;
    }
}
