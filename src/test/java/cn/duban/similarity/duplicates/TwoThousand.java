package cn.duban.similarity.duplicates;

import cn.duban.similarity.meaning.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * Two thousand matters of an invented city: forty places with the same fifty troubles each, so that everything has thirty-nine others with
 * its trouble and forty-nine at its place. Twenty are told once more in other words, and two places are new to the ledger.
 */
final class TwoThousand {

    static final int PLANTED = 20;

    private static final List<String> PLACES = List.of("云栖路", "望江路", "松涛街", "梅岭巷", "文昌大道", "北仓路", "柳湖街道", "清溪社区", "锦西社区", "枣园村", "上河村", "白鹭村", "石磨村", "双塔镇", "凤台镇", "永宁镇", "海棠苑", "金桂园小区",
            "春晓花园", "丽景家园", "翠微小区", "学林雅居小区", "康乐小区", "铁西新村", "纺织家属院", "月牙湖公园", "东山公园", "中心广场", "南门市场", "城西农贸市场", "第一小学", "育红小学", "实验中学", "市第二医院", "人民医院", "长途汽车站", "清江大桥", "石门水库",
            "高新产业园", "老城片区");
    private static final List<String> NEW_PLACES = List.of("枫桥路", "玉兰花园");

    private record Trouble(String title, String body) {}

    private static final List<Trouble> TROUBLES = List.of(
            new Trouble("路面破损坑洼", "有多处坑槽，车辆颠簸，雨天积水溅人，请修补路面"), new Trouble("路灯长期不亮", "一段照明熄灭近两个月，夜间出行不安全，请检修线路"), new Trouble("井盖缺失", "一处污水井没有井盖，只插了一根树枝，请尽快补装"),
            new Trouble("垃圾清运不及时", "垃圾桶满溢，污水横流，苍蝇很多，请增加清运次数"), new Trouble("流动摊贩占道经营", "每天傍晚摊贩占满人行道，油污遍地，请加强管理"), new Trouble("夜间施工噪声扰民", "工地凌晨仍在作业，机器轰鸣，居民无法休息，请依法查处"),
            new Trouble("餐饮油烟直排", "几家餐馆没有装净化设施，油烟直接排向居民楼，请责令整改"), new Trouble("自来水压力不足", "早晚高峰水流很小，高层住户用不上水，请加压"), new Trouble("冬季供暖温度不达标", "室内温度只有十四五度，老人孩子受冻，请督促供热企业解决"),
            new Trouble("消防通道被占用", "消防车通道停满私家车，发生火情进不来，请清理并划线"), new Trouble("违法建设屡拆屡建", "有人在公共用地上搭建彩钢房出租，举报后仍在施工，请拆除"), new Trouble("污水直排河道", "有管道向河里排放生活污水，水体发黑发臭，请溯源整治"),
            new Trouble("机动车乱停乱放", "道路两侧停满车辆，公交车和救护车通行困难，请规范停车"), new Trouble("公厕长期关闭", "公共厕所以检修为由锁门三个月，群众不便，请开放"), new Trouble("健身器材损坏", "健身器材锈蚀断裂，已有老人受伤，请更换"), new Trouble("绿化带树木枯死", "补种的行道树大片枯死，杂草丛生，请补植养护"),
            new Trouble("犬只不拴绳伤人", "有人遛大型犬不牵绳，咬伤一名儿童，请查处"), new Trouble("非法营运车辆揽客", "黑车聚集喊客，漫天要价，请交通部门整治"), new Trouble("雨后积水严重", "每逢下雨积水没过膝盖，商铺进水，请疏通排水管网"), new Trouble("高空抛物", "楼上经常扔下烟头和玻璃瓶，险些砸到行人，请安装监控"),
            new Trouble("架空线缆杂乱垂落", "通信线缆像蛛网一样垂到路面，刮到行人，请整理入地"), new Trouble("信号灯配时不合理", "左转绿灯只有八秒，早高峰排队很长，请调整"), new Trouble("盲道被占用", "盲道上摆满共享单车和广告牌，残疾人无法通行，请清理"), new Trouble("广告牌松动", "楼顶一块大型广告牌倾斜，刮风时晃动，请拆除"),
            new Trouble("沿街商铺噪声", "商店用高音喇叭循环叫卖，从早到晚，请制止"), new Trouble("公交站点撤销", "原有公交站取消后老人要走一公里乘车，请恢复"), new Trouble("快递柜收费争议", "快递柜超时收费没有告知，请规范"), new Trouble("学生过街无斑马线", "上下学时段学生横穿马路，没有人行横道，请施划"),
            new Trouble("电动车飞线充电", "多户从窗口拉电线给电动车充电，存在火灾隐患，请建充电棚"), new Trouble("电梯频繁故障", "电梯一个月困人三次，维保不到位，请检修更换"), new Trouble("物业服务质量差", "楼道无人打扫，路灯坏了不修，却要涨物业费，请监管"), new Trouble("公共收益不公示", "电梯广告和停车收入三年没有公布账目，请督促公开"),
            new Trouble("老年食堂停办", "助餐点开办半年就关门，独居老人吃饭困难，请恢复"), new Trouble("托育机构缺乏", "三岁以下孩子无处可托，双职工家庭为难，请建设普惠托育点"), new Trouble("疫苗接种约不上", "接种门诊号源紧张，孩子超期未打，请协调"), new Trouble("卫生室药品短缺", "常用降压药经常断货，老人要进城买药，请保障供应"),
            new Trouble("培训机构拒不退费", "机构突然关门，预交学费退不回来，涉及几十个家庭，请介入"), new Trouble("农民工工资拖欠", "十几名工人干完活领不到钱，包工头失联，请帮助追讨"), new Trouble("房产证迟迟办不下来", "交房六年仍不能办理不动产登记，影响孩子入学，请解决"), new Trouble("回迁房逾期未交", "拆迁五年没有回迁，过渡费也停发，请明确时间"),
            new Trouble("土地流转款未付", "承包企业两年没有支付流转费，农户生活困难，请协调"), new Trouble("灌溉水渠损毁", "去年洪水冲垮的水渠没有修复，春灌用不上水，请维修"), new Trouble("道路未硬化", "仍是泥土路，下雨车辆无法通行，农产品运不出，请列入计划"), new Trouble("手机信号弱", "通话断断续续，网课上不了，请增建基站"),
            new Trouble("频繁停电跳闸", "用电高峰每天停电数次，家电损坏，请更换变压器"), new Trouble("燃气管道老化", "立管锈蚀，时有异味，居民担心，请更换"), new Trouble("野蛮装修破坏承重墙", "一楼住户打掉承重墙改门面，整栋楼不安全，请制止"), new Trouble("河道非法捕鱼", "有人夜间用电捕鱼，死鱼漂满水面，请打击"),
            new Trouble("古树根部硬化", "百年古树周围浇了水泥，枝叶枯黄，请抢救保护"), new Trouble("山体裸露未复绿", "停采多年的山坡没有治理，刮风尘土飞扬，请修复"));

    /** The first twenty troubles in other words; {0} is the place. */
    private static final List<Trouble> TOLD_AGAIN = List.of(
            new Trouble("关于修复{0}道路的建议", "有代表反映，{0}沥青老化开裂，大小深坑连成片，骑车的人摔了好几个，建议列入今年维修计划"), new Trouble("{0}晚上一片漆黑", "住户来电，{0}的灯灭了五六十天没有人修，摸黑走路心里害怕，希望恢复照明"),
            new Trouble("{0}下水井敞口危险", "网民留言，{0}有个排污井的盖子不见了，孩子差点掉进去，旁边只有树枝作标记"), new Trouble("解决{0}脏乱差问题", "领导批示：{0}生活垃圾堆积多日没有运走，臭味大、蚊蝇多，请环卫部门立即处理"),
            new Trouble("规范{0}马路市场秩序的提案", "{0}一带到了晚饭时间小商小贩摆摊摆到路上，行人只能走机动车道，地面油腻，建议城管疏堵结合"), new Trouble("{0}半夜施工吵得人睡不着", "来电人说{0}旁边的建筑工地夜里一两点还在打桩浇筑，孩子要考试，要求停工"),
            new Trouble("投诉{0}饭店排烟", "住在{0}的群众反映，楼下饭馆炒菜的烟直往家里灌，没有任何过滤装置，衣服都不敢晾"), new Trouble("{0}住户用水难", "媒体报道，{0}楼层高的人家一到做饭时间就没有水，只能半夜接水，二次加压设备老化"),
            new Trouble("{0}暖气不热", "群众来电，{0}交了取暖费家里却要穿棉衣，测温十四度左右，热力公司来过两次没有解决"), new Trouble("{0}救火车进不去", "暗访发现，{0}的消防车道被私家车堵死，一旦着火后果严重，要求公安、消防联合整治"),
            new Trouble("{0}私搭乱建无人管", "举报人称，{0}公用空地被人盖起铁皮房租给别人，城管拆过又盖，要求彻底清除"), new Trouble("{0}水体黑臭被曝光", "电视台曝光，{0}有排口不断流出没有处理的污水，河水又黑又臭，要求查明来源"),
            new Trouble("缓解{0}停车矛盾", "常务会议议定：{0}两边车辆随意停放，公交和急救车辆难以通行，由交警研究增设车位、严格执法"), new Trouble("{0}找不到厕所可上", "游客反映，{0}的卫生间挂着维修的牌子锁了近百天，老人孩子只能憋着，要求开门"),
            new Trouble("{0}运动设施年久失修", "居民反映，{0}的单双杠和漫步机锈断了，上周一位大爷摔伤，希望换新的"), new Trouble("{0}新栽的树都死了", "网民留言，去年在{0}栽的树成片干枯，草长得比人高，钱白花了，请园林部门补种"),
            new Trouble("{0}大狗咬了孩子", "来电人称，自己孩子在{0}被没有牵绳的大狗咬伤，狗主人不承认，请公安处理"), new Trouble("治理{0}黑出租", "旅客反映，{0}门口不少私家车拉客，司机围上来喊价，比正规出租车贵一倍，没有人管"),
            new Trouble("{0}一下雨就被淹", "商户反映，{0}逢雨必涝，水漫进店里，货都泡了，下水道好像堵着，请清淤改造"), new Trouble("{0}从楼上往下扔东西", "居民反映，{0}高层不时有瓶子烟蒂落下来，昨天差点砸中放学的孩子，要求装摄像头追查"));

    private static final List<String> FROM = List.of("市民来电反映", "群众反映", "网民留言", "走访中了解到", "居民来信反映");

    private TwoThousand() {}

    static List<Subject> standing() {
        var standing = new ArrayList<Subject>();
        for (int place = 0; place < PLACES.size(); place++) for (int trouble = 0; trouble < TROUBLES.size(); trouble++) standing.add(told(PLACES.get(place), TROUBLES.get(trouble), place + trouble));
        return standing;
    }

    private static Subject told(String place, Trouble trouble, int which) {
        return new Subject(place + trouble.title(), FROM.get(which % FROM.size()) + "，" + place + trouble.body() + "。");
    }

    /** Which of the standing ones it is that is told again. */
    static int original(int planted) {
        return planted * 2 * TROUBLES.size() + planted;
    }

    static Subject toldAgain(int planted) {
        var trouble = TOLD_AGAIN.get(planted);
        var place = PLACES.get(planted * 2);
        return new Subject(trouble.title().replace("{0}", place), trouble.body().replace("{0}", place) + "。");
    }

    /** A hundred that stand nowhere: known troubles at places that are new. */
    static List<Subject> fresh() {
        var fresh = new ArrayList<Subject>();
        for (var place : NEW_PLACES) for (int trouble = 0; trouble < TROUBLES.size(); trouble++) fresh.add(told(place, TROUBLES.get(trouble), trouble));
        return fresh;
    }
}
