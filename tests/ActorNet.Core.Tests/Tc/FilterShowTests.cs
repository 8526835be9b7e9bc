using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>Listings compared byte for byte with what tc 6.1 printed on Linux 6.18.</summary>
public sealed class FilterShowTests
{
    [Fact]
    public void Plain_listing_of_u32_and_mirred()
    {
        using var lab = new TcBench();
        lab.AddIfb("ifb1");
        lab.Tc(lab.B,
            "qdisc add dev vb clsact",
            "filter add dev vb egress protocol all prio 1 u32 match u32 0 0 action mirred egress mirror dev ifb0 pipe action mirred egress redirect dev ifb1",
            "filter add dev vb egress protocol all prio 2 u32 match u32 0 0 action mirred egress mirror dev ifb0 index 1",
            "filter add dev vb egress protocol all prio 4 u32 match u32 0 0 action mirred egress mirror dev ifb0 goto chain 7",
            "filter add dev vb egress protocol ip prio 5 chain 3 u32 match ip dst 10.0.0.1 match ip protocol 17 0xff flowid 1:10");

        lab.Tc(lab.B, "filter show dev vb egress").ShouldBe("""
            filter protocol all pref 1 u32 chain 0 
            filter protocol all pref 1 u32 chain 0 fh 800: ht divisor 1 
            filter protocol all pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw 
              match 00000000/00000000 at 0
            	action order 1: mirred (Egress Mirror to device ifb0) pipe
            	index 1 ref 2 bind 2

            	action order 2: mirred (Egress Redirect to device ifb1) stolen
            	index 2 ref 1 bind 1

            filter protocol all pref 2 u32 chain 0 
            filter protocol all pref 2 u32 chain 0 fh 801: ht divisor 1 
            filter protocol all pref 2 u32 chain 0 fh 801::800 order 2048 key ht 801 bkt 0 terminal flowid not_in_hw 
              match 00000000/00000000 at 0
            	action order 1: mirred (Egress Mirror to device ifb0) pipe
            	index 1 ref 2 bind 2

            filter protocol all pref 4 u32 chain 0 
            filter protocol all pref 4 u32 chain 0 fh 802: ht divisor 1 
            filter protocol all pref 4 u32 chain 0 fh 802::800 order 2048 key ht 802 bkt 0 terminal flowid not_in_hw 
              match 00000000/00000000 at 0
            	action order 1: mirred (Egress Mirror to device ifb0) goto chain 7
            	index 3 ref 1 bind 1

            filter protocol ip pref 5 u32 chain 3 
            filter protocol ip pref 5 u32 chain 3 fh 803: ht divisor 1 
            filter protocol ip pref 5 u32 chain 3 fh 803::800 order 2048 key ht 803 bkt 0 *flowid 1:10 not_in_hw 
              match 0a000001/ffffffff at 16
              match 00110000/00ff0000 at 8

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Statistics_of_a_redirect_as_text_and_JSON()
    {
        using var lab = new TcBench();
        lab.Tc(lab.B, "qdisc add dev vb ingress", "filter add dev vb ingress protocol all prio 1 u32 match u32 0 0 action mirred egress redirect dev ifb0");
        lab.X(5, 100);
        lab.Lab.Advance(3_900_000_000);

        lab.Tc(lab.B, "-s filter show dev vb ingress").ShouldBe("""
            filter protocol all pref 1 u32 chain 0 
            filter protocol all pref 1 u32 chain 0 fh 800: ht divisor 1 
            filter protocol all pref 1 u32 chain 0 fh 800::800 order 2048 key ht 800 bkt 0 terminal flowid not_in_hw 
              match 00000000/00000000 at 0
            	action order 1: mirred (Egress Redirect to device ifb0) stolen
            	index 1 ref 1 bind 1 installed 3 sec used 3 sec firstused 3 sec
            	Action statistics:
            	Sent 430 bytes 5 pkt (dropped 0, overlimits 0 requeues 0) 
            	backlog 0b 0p requeues 0


            """.ReplaceLineEndings("\n"));
        lab.Tc(lab.B, "-s -j filter show dev vb ingress").ShouldBe("[{\"protocol\":\"all\",\"pref\":1,\"kind\":\"u32\",\"chain\":0},"
            + "{\"protocol\":\"all\",\"pref\":1,\"kind\":\"u32\",\"chain\":0,\"options\":{\"fh\":\"800:\",\"ht_divisor\":1}},"
            + "{\"protocol\":\"all\",\"pref\":1,\"kind\":\"u32\",\"chain\":0,\"options\":{\"fh\":\"800::800\",\"order\":2048,\"key_ht\":\"800\",\"bkt\":\"0\","
            + "\"not_in_hw\":true,\"match\":{\"value\":\"0\",\"mask\":\"0\",\"offmask\":\"\",\"off\":0},\"actions\":[{\"order\":1,\"kind\":\"mirred\","
            + "\"mirred_action\":\"redirect\",\"direction\":\"egress\",\"to_dev\":\"ifb0\",\"control_action\":{\"type\":\"stolen\"},\"index\":1,\"ref\":1,\"bind\":1,"
            + "\"installed\":3,\"last_used\":3,\"first_used\":3,\"stats\":{\"bytes\":430,\"packets\":5,\"drops\":0,\"overlimits\":0,\"requeues\":0,\"backlog\":0,\"qlen\":0}}]}}]\n");
    }

    [Fact]
    [Trait("rule", "HOOK-08")]
    public void Shared_block_is_named_when_shown_by_device()
    {
        using var lab = new TcBench();
        lab.Tc(lab.B, "qdisc add dev vb ingress_block 22 ingress", "filter add block 22 protocol all prio 1 u32 match u32 0 0 flowid 1:1");

        lab.Tc(lab.B, "filter show dev vb ingress").ShouldStartWith("filter block 22 protocol all pref 1 u32 chain 0 \nfilter block 22 protocol all pref 1 u32 chain 0 fh 800:");
        lab.Tc(lab.B, "-j filter show dev vb ingress").ShouldStartWith("[{\"block\":22,\"protocol\":\"all\",");
        lab.Tc(lab.B, "filter show block 22").ShouldStartWith("filter protocol all pref 1 u32 chain 0 \n");
    }

    [Fact]
    public void What_the_command_named_is_left_out()
    {
        using var lab = new TcBench();
        lab.Tc(lab.B, "qdisc add dev vb clsact", "filter add dev vb ingress protocol all prio 11 chain 5 u32 match u32 0 0 flowid 1:1");

        lab.Tc(lab.B, "filter show dev vb ingress chain 5").ShouldStartWith("filter protocol all pref 11 u32 \nfilter protocol all pref 11 u32 fh 800: ht divisor 1 \n");
        lab.Tc(lab.B, "filter show dev vb ingress prio 11").ShouldStartWith("filter protocol all u32 chain 5 \n");
        lab.Tc(lab.B, "filter show dev vb ingress chain 6").ShouldBe("");
        lab.Tc(lab.B, "-j filter show dev vb egress").ShouldBe("[]\n");
    }
}
