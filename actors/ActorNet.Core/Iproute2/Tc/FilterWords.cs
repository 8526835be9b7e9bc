using ActorNet.Core.Sched;
using ActorNet.Core.Tc;

namespace ActorNet.Core.Iproute2;

/// <summary>The words of a <c>tc filter</c> command in front of the kind (<c>tc/tc_filter.c</c>), read one by one.</summary>
internal sealed class FilterWords
{
    private const uint MaxPref = 0xFFFF;
    private readonly bool _showing;
    private string? _device;
    private uint _block;
    private uint _parent;
    private uint? _pref;
    private bool _hasProtocol;

    /// <summary>The words of one command.</summary>
    /// <param name="showing">Of <c>show</c>, whose complaints differ.</param>
    public FilterWords(bool showing) => _showing = showing;

    /// <summary>Chain; null when none was named.</summary>
    public uint? Chain { get; private set; }

    /// <summary>Preference, 0 when none was named.</summary>
    public uint Pref => _pref ?? 0;

    /// <summary>Protocol, 0 when none was named.</summary>
    public ushort Protocol { get; private set; }

    /// <summary>Handle as written; null when none was named.</summary>
    public string? Handle { get; private set; }

    /// <summary>Kind, where these words end; null before.</summary>
    public string? Kind { get; private set; }

    /// <summary>Whether a device or block was named.</summary>
    public bool HasPlace => _device is not null || _block != 0;

    /// <summary>Hook or class, 0 when none was named.</summary>
    public uint Parent => _parent;

    /// <summary>Whether a hook or class was named.</summary>
    public bool HasParent => _parent != 0;

    /// <summary>Reads the next word with its value; a word that is none of these becomes the kind.</summary>
    /// <exception cref="Iproute2Exception">A value is wrong or given twice.</exception>
    public void Read(ArgReader args)
    {
        var word = args.Next();
        switch (word)
        {
            case "dev":
                ReadDevice(args.Next(word));
                break;
            case "block":
                ReadBlock(args.Next(word));
                break;
            case "root":
                SetParent(TcHandle.Root, word);
                break;
            case "ingress":
                SetParent(TcHandle.ClsactIngress, word);
                break;
            case "egress":
                SetParent(TcHandle.ClsactEgress, word);
                break;
            case "parent":
                var parent = args.Next(word);
                if (_parent != 0) throw Words.Duplicate(word, parent);
                _parent = TcHandleWords.Class(parent, "Invalid parent ID");
                break;
            case "handle":
                var handle = args.Next(word);
                if (Handle is not null) throw Words.Duplicate(word, handle);
                Handle = handle;
                break;
            case "chain":
                ReadChain(args.Next(word));
                break;
            default:
                ReadAbbreviated(word, args);
                break;
        }
    }

    /// <summary>Where the command points.</summary>
    /// <exception cref="Iproute2Exception">There is no such device.</exception>
    /// <exception cref="RtnlException">ENODEV: neither device nor block was named.</exception>
    public FilterPlace Place(Invocation invocation)
    {
        if (_block != 0) return FilterPlace.InBlock(invocation.Namespace, _block);
        if (_device is null) throw new RtnlException(Errno.ENODEV);
        return FilterPlace.On(invocation.Device(_device), _parent);
    }

    private void ReadDevice(string name)
    {
        if (_device is not null) throw Words.Duplicate("dev", name);
        if (_block != 0) throw TwoPlaces("dev", "block");
        _device = name;
    }

    private void ReadBlock(string text)
    {
        if (_block != 0) throw Words.Duplicate("block", text);
        if (_device is not null) throw TwoPlaces("block", "dev");
        _block = Words.TryUnsigned(text, out var block) && block != 0 ? block : throw Words.Invalid("invalid block index value", text);
    }

    private Iproute2Exception TwoPlaces(string second, string first) =>
        new(_showing ? $"Error: \"{second}\" cannot be used in the same time as \"{first}\"" : "Error: \"dev\" and \"block\" are mutually exclusive", 255);

    private void ReadChain(string text)
    {
        if (Chain is not null) throw Words.Duplicate("chain", text);
        Chain = Words.TryUnsigned(text, out var chain) ? chain : throw Words.Invalid("invalid chain index value", text);
    }

    private void SetParent(uint parent, string word)
    {
        if (_parent != 0) throw new Iproute2Exception($"Error: \"{word}\" is duplicate parent ID", 255);
        _parent = parent;
    }

    private void ReadAbbreviated(string word, ArgReader args)
    {
        if (Words.Matches(word, "preference") || Words.Matches(word, "priority"))
        {
            var text = args.Next("priority");
            if (_pref is not null) throw Words.Duplicate("priority", text);
            _pref = Words.TryUnsigned(text, out var pref) && pref <= MaxPref ? pref : throw Words.Invalid("invalid priority value", text);
        }
        else if (Words.Matches(word, "protocol"))
        {
            var text = args.Next("protocol");
            if (_hasProtocol) throw Words.Duplicate("protocol", text);
            _hasProtocol = true;
            Protocol = ProtocolNames.TryParse(text is "ipv4" ? "ip" : text, out var protocol) ? protocol : throw Words.Invalid("invalid protocol", text);
        }
        else if (Words.Matches(word, "estimator"))
        {
            throw Words.NotEmulated("estimator");
        }
        else
        {
            Kind = word;
        }
    }
}
